package studio.backlot.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmpPacketTest {
    private static final XmpPacket FULL =
            new XmpPacket(
                    Optional.of(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri()),
                    Optional.of("Backlot 0.1.0"),
                    Optional.of("Backdrop & <mini>"),
                    Optional.of("sha256 0123456789"),
                    List.of("Ada Löwe", "日本 🎬", "a \"b\" <c> & 'd'"));

    @Test
    void aPacketReadsBackAsItWasWritten() {
        assertThat(XmpPacket.parse(FULL.format())).isEqualTo(FULL);
        assertThat(XmpPacket.parse(nothing().format())).isEqualTo(nothing());
    }

    private static XmpPacket nothing() {
        return new XmpPacket(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    @Test
    void theSamePacketGivesTheSameText() {
        assertThat(FULL.format())
                .isEqualTo(FULL.format())
                .contains("<?xpacket begin=")
                .endsWith("<?xpacket end=\"r\"?>");
        assertThat(FULL.format())
                .contains("xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"")
                .contains("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")
                .contains("xmp:CreatorTool");
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() {
        var packet =
                new XmpPacket(
                        Optional.empty(),
                        Optional.of("a\0b\u0001\ud800c\ufffe\r"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("x\u001bz"));

        XmpPacket read = XmpPacket.parse(packet.format());

        assertThat(read.creatorTool()).contains("a\ufffdb\ufffd\ufffdc\ufffd\ufffd");
        assertThat(read.creators()).containsExactly("x\ufffdz");
    }

    @Test
    void packetsOfOtherToolsAreRead() {
        XmpPacket read =
                XmpPacket.parse(
                        """
                        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                        <rdf:Description rdf:about="" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
                          xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Other 1">
                        <e:DigitalSourceType rdf:resource="https://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"/>
                        <xmp:Unknown>text</xmp:Unknown></rdf:Description></rdf:RDF></x:xmpmeta>\
                        """);

        assertThat(read.creatorTool()).contains("Other 1");
        assertThat(read.digitalSourceType().flatMap(DigitalSourceType::ofUri))
                .contains(DigitalSourceType.DIGITAL_CREATION);
        assertThat(read.creators()).isEmpty();
    }

    @Test
    void anExternalEntityIsNeverOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        String attack =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + withTool("&e;");
        String parameter =
                "<!DOCTYPE x [<!ENTITY % p SYSTEM \""
                        + secret.toUri()
                        + "\"> %p;]>"
                        + withTool("a");
        String external = "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">" + withTool("a");

        assertRefused(attack, "declares a document type");
        assertRefused(parameter, "declares a document type");
        assertRefused(external, "declares a document type");
        assertRefused(withTool("&e;"), "");
        assertThat(XmpPacket.parse(withTool("fine")).creatorTool()).contains("fine");
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertRefused(laughs + "]>" + withTool("&l11;"), "declares a document type");
    }

    @Test
    void packetsWithoutMeasureAreRefused() {
        assertRefused(withTool("x".repeat(XmpBounds.LONGEST)), "more than the 1048576");
        assertRefused("<a>".repeat(50_000) + "</a>".repeat(50_000), "nests deeper");
        assertRefused("<a>" + "<b/>".repeat(20_000) + "</a>", "more than 10000 elements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a",
                "<a></b>",
                "<?xpacket?>",
                "\u0000",
                "<a>&#0;</a>",
                "<x:xmpmeta/>"
            })
    void whatIsNoXmpIsRefused(String text) {
        assertRefused(text, "");
    }

    @Test
    void aPacketAtTheBoundsIsRead() {
        String items = "<rdf:li>name</rdf:li>".repeat(9_000);
        String nested = "<rdf:Bag><rdf:li>".repeat(20) + "x" + "</rdf:li></rdf:Bag>".repeat(20);
        String packet =
                withTool("t")
                        .replace(
                                "<xmp:Last/>",
                                "<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Seq>"
                                        + items
                                        + "</rdf:Seq></dc:creator><xmp:Deep>"
                                        + nested
                                        + "</xmp:Deep>");

        assertThat(XmpPacket.parse(packet).creators()).hasSize(100).containsOnly("name");
    }

    @Test
    void damagedPacketsEndInAPacketOrInMalformedXmp() {
        var random = new Random(5);
        String packet = FULL.format();
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            var damaged = new StringBuilder(packet);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 ->
                            damaged.setCharAt(at, "<>/=\"&;: x\u0001é".charAt(random.nextInt(12)));
                    default ->
                            damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
                }
            }
            refused += isRefused(damaged.toString()) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 2_990);
    }

    private static boolean isRefused(String packet) {
        try {
            XmpPacket.parse(packet);
            return false;
        } catch (MalformedXmp e) {
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError("fails on " + packet, e);
        }
    }

    private static String withTool(String tool) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>"
                + tool
                + "</xmp:CreatorTool><xmp:Last/></rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    private static void assertRefused(String packet, String message) {
        assertThatThrownBy(() -> XmpPacket.parse(packet))
                .isInstanceOf(MalformedXmp.class)
                .hasMessageContaining(message);
    }
}
