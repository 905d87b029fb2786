package studio.backlot.credential;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The limits within which an XMP packet is handed to the XMP library, checked by a streaming pass
/// over its XML.
///
/// A packet has no document type and so no entities but XML's own five; nothing outside it is ever
/// opened.
final class XmpBounds {
    /// Characters of a packet.
    static final int LONGEST = 1 << 20;

    /// How deep elements may nest; the XMP library follows them by recursion.
    static final int DEEPEST = 64;

    /// Elements and attributes together; the XMP library's work grows with the square of a node's
    /// children.
    static final int MOST_NODES = 10_000;

    private XmpBounds() {}

    /// Throws [MalformedXmp] unless the packet is well-formed XML within the limits.
    static void require(String packet) {
        if (packet.length() > LONGEST) {
            throw new MalformedXmp(
                    "it has "
                            + packet.length()
                            + " characters, more than the "
                            + LONGEST
                            + " that are read");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(packet));
            try {
                walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new MalformedXmp("its XML is malformed: " + oneLine(e));
        }
    }

    private static void walk(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        int nodes = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    nodes += 1 + reader.getAttributeCount();
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new MalformedXmp(
                                "it declares a document type or an entity, which XMP does not have");
                default -> {}
            }
            if (depth > DEEPEST || nodes > MOST_NODES) {
                throw new MalformedXmp(
                        "it nests deeper than "
                                + DEEPEST
                                + " elements or has more than "
                                + MOST_NODES
                                + " elements and attributes");
            }
        }
    }

    static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
}
