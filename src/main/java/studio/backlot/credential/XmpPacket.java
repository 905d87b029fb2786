package studio.backlot.credential;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of a file's XMP (ISO 16684-1) that speaks of its making: source type, tool, AI system,
/// and the persons credited.
///
/// `digitalSourceType` is the address that stands in the file, known or not
/// ([DigitalSourceType#ofUri]). `systemUsed` and `systemVersionUsed` are IPTC Photo Metadata 2025.1
/// `AISystemUsed` and `AISystemVersionUsed`. `creators` are persons, never a program. A prompt has
/// no place here.
public record XmpPacket(
        Optional<String> digitalSourceType,
        Optional<String> creatorTool,
        Optional<String> systemUsed,
        Optional<String> systemVersionUsed,
        List<String> creators) {
    /// The PNG keyword under which the packet stands.
    public static final String KEYWORD = "XML:com.adobe.xmp";

    private static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String SOURCE_TYPE = "DigitalSourceType";
    private static final String CREATOR_TOOL = "CreatorTool";
    private static final String SYSTEM_USED = "AISystemUsed";
    private static final String SYSTEM_VERSION_USED = "AISystemVersionUsed";
    private static final String CREATOR = "creator";

    /// Creators beyond this many are not read.
    private static final int MOST_CREATORS = 100;

    public XmpPacket {
        creators = List.copyOf(creators);
    }

    /// Loads the XMP library, which otherwise happens at the first packet and takes a while.
    public static void prepare() {
        XMPMetaFactory.getSchemaRegistry();
    }

    /// The packet as a file carries it: RDF/XML inside a read-only packet wrapper. Characters that
    /// XML cannot hold become U+FFFD.
    public String format() {
        try {
            XMPMeta meta = XMPMetaFactory.create();
            set(meta, IPTC_EXTENSION, SOURCE_TYPE, digitalSourceType);
            set(meta, XMPConst.NS_XMP, CREATOR_TOOL, creatorTool);
            set(meta, IPTC_EXTENSION, SYSTEM_USED, systemUsed);
            set(meta, IPTC_EXTENSION, SYSTEM_VERSION_USED, systemVersionUsed);
            for (String creator : creators) {
                var ordered = new PropertyOptions().setArrayOrdered(true);
                meta.appendArrayItem(XMPConst.NS_DC, CREATOR, ordered, allowed(creator), null);
            }
            return XMPMetaFactory.serializeToString(
                    meta,
                    new SerializeOptions().setReadOnlyPacket(true).setPadding(0).setSort(true));
        } catch (XMPException e) {
            throw new IllegalStateException("the XMP library refused " + this, e);
        }
    }

    private static void set(XMPMeta meta, String namespace, String name, Optional<String> value)
            throws XMPException {
        if (value.isPresent()) {
            meta.setProperty(namespace, name, allowed(value.get()));
        }
    }

    /// Keeps the characters of XML 1.0 §2.2, less the line breaks that its readers would change.
    private static String allowed(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    boolean isAllowed =
                            c == '\t'
                                    || c == '\n'
                                    || (c >= ' '
                                            && c != 0x7f
                                            && !Character.isISOControl(c)
                                            && (c < 0xd800 || c > 0xdfff)
                                            && c != 0xfffe
                                            && c != 0xffff);
                    out.appendCodePoint(isAllowed ? c : 0xfffd);
                });
        return out.toString();
    }

    /// Reads a packet from a file of anyone's; throws [MalformedXmp] for one that is no XMP, has a
    /// document type, is larger than a megabyte or nests without end. What it says elsewhere is
    /// left aside.
    public static XmpPacket parse(String packet) {
        XmpBounds.require(packet);
        try {
            XMPMeta meta =
                    XMPMetaFactory.parseFromString(
                            packet, new ParseOptions().setDisallowDoctype(true));
            return new XmpPacket(
                    property(meta, IPTC_EXTENSION, SOURCE_TYPE),
                    property(meta, XMPConst.NS_XMP, CREATOR_TOOL),
                    property(meta, IPTC_EXTENSION, SYSTEM_USED),
                    property(meta, IPTC_EXTENSION, SYSTEM_VERSION_USED),
                    creators(meta));
        } catch (XMPException e) {
            throw new MalformedXmp(XmpBounds.oneLine(e));
        }
    }

    private static Optional<String> property(XMPMeta meta, String namespace, String name)
            throws XMPException {
        return Optional.ofNullable(meta.getPropertyString(namespace, name))
                .filter(text -> !text.isEmpty());
    }

    private static List<String> creators(XMPMeta meta) throws XMPException {
        List<String> creators = new ArrayList<>();
        if (!meta.doesPropertyExist(XMPConst.NS_DC, CREATOR)) {
            return creators;
        }
        int count = Math.min(MOST_CREATORS, meta.countArrayItems(XMPConst.NS_DC, CREATOR));
        for (int i = 1; i <= count; i++) {
            Optional.ofNullable(meta.getArrayItem(XMPConst.NS_DC, CREATOR, i).getValue())
                    .ifPresent(creators::add);
        }
        return creators;
    }
}
