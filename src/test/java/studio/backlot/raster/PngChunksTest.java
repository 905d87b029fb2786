package studio.backlot.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngChunksTest {
    private static final byte[] PNG = PngWriter.encode(TestPlates.noise(2, 2, 1), 1, List.of());

    @ParameterizedTest
    @ValueSource(strings = {"", "one line", "zwei\nZeilen", "日本語 🎬 שלום", "\u0001\r\n\t"})
    void aTextThatWasWrittenIsRead(String text) {
        byte[] png =
                PngWriter.encode(
                        TestPlates.noise(2, 2, 1),
                        1,
                        List.of(PngText.of("XML:com.adobe.xmp", text)));

        PngChunks chunks = PngChunks.of(png);

        assertThat(chunks.texts())
                .containsExactly(
                        new PngText(PngText.Form.INTERNATIONAL, "XML:com.adobe.xmp", text));
        assertThat(chunks.text("XML:com.adobe.xmp")).contains(text);
        assertThat(chunks.text("other")).isEmpty();
        assertThat(chunks.oddities()).isEmpty();
    }

    @Test
    void allThreeFormsOfTextAreRead() {
        byte[] png =
                with(
                        chunk("tEXt", latin("Title\0für")),
                        chunk("zTXt", joined(latin("Comment\0\0"), deflated(latin("größer")))),
                        chunk(
                                "iTXt",
                                joined(
                                        latin("prompt\0\1\0de\0\0"),
                                        deflated("größer 🎬".getBytes(StandardCharsets.UTF_8)))));

        PngChunks chunks = PngChunks.of(png);

        assertThat(chunks.oddities()).isEmpty();
        assertThat(chunks.texts())
                .containsExactly(
                        new PngText(PngText.Form.LATIN, "Title", "für"),
                        new PngText(PngText.Form.COMPRESSED_LATIN, "Comment", "größer"),
                        new PngText(PngText.Form.INTERNATIONAL, "prompt", "größer 🎬"));
    }

    @Test
    void aContentCredentialIsNoticed() {
        assertThat(PngChunks.of(PNG).hasContentCredentials()).isFalse();
        assertThat(PngChunks.of(with(chunk("caBX", new byte[5]))).hasContentCredentials()).isTrue();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsGiven() {
        byte[] png =
                with(
                        chunk("tEXt", latin("no end")),
                        chunk("tEXt", latin("\0no keyword")),
                        chunk("zTXt", latin("a\0\1text")),
                        chunk("zTXt", latin("a\0\0text")),
                        chunk(
                                "zTXt",
                                joined(
                                        latin("a\0\0"),
                                        java.util.Arrays.copyOf(deflated(new byte[99]), 4))),
                        chunk("iTXt", latin("a\0\0")),
                        chunk("iTXt", latin("a\0\2\0\0\0text")),
                        chunk("iTXt", latin("a\0\0\0de")),
                        chunk("iTXt", latin("bad\0\0\0\0\0\u00ff")),
                        chunk("tEXt", latin("null\0a\0b")),
                        chunk("tEXt", latin("good\0text")));

        PngChunks chunks = PngChunks.of(png);

        assertThat(chunks.texts())
                .extracting(PngText::keyword)
                .containsExactly("bad", "null", "good");
        assertThat(chunks.text("bad")).contains("\ufffd");
        assertThat(chunks.oddities())
                .hasSize(10)
                .allMatch(odd -> odd.matches("chunk .(TXt|EXt) at byte \\d+ .*"));
        assertThat(chunks.oddities().get(3)).contains("cannot be decompressed");
        assertThat(chunks.oddities().get(4)).contains("does not end");
    }

    @Test
    void aTextThatUnpacksToMoreThanTheBoundIsNotRead() {
        byte[] bomb = deflated(new byte[PngTextReader.MOST_TEXT_BYTES + 1]);
        byte[] png =
                with(
                        chunk("zTXt", joined(latin("bomb\0\0"), bomb)),
                        chunk(
                                "zTXt",
                                joined(
                                        latin("most\0\0"),
                                        deflated(new byte[PngTextReader.MOST_TEXT_BYTES]))),
                        chunk("tEXt", latin("late\0x")));

        PngChunks chunks = PngChunks.of(png);

        assertThat(bomb.length).isLessThan(20_000);
        assertThat(chunks.texts()).extracting(PngText::keyword).containsExactly("most");
        assertThat(chunks.oddities()).filteredOn(odd -> odd.contains("exceeds")).hasSize(2);
    }

    @Test
    void damageIsNamedWithItsPlace() {
        byte[] truncated = java.util.Arrays.copyOf(PNG, PNG.length - 5);
        byte[] trailing = java.util.Arrays.copyOf(PNG, PNG.length + 5);
        byte[] noType = PNG.clone();
        noType[37] = 1;
        byte[] wrongSum = PNG.clone();
        wrongSum[16] = 1;
        byte[] tooLong = PNG.clone();
        tooLong[8] = 1;

        assertThat(PngChunks.of(truncated).oddities())
                .anyMatch(odd -> odd.contains("ends inside a chunk"));
        assertThat(PngChunks.of(trailing).oddities())
                .containsExactly("5 bytes follow the end of the picture");
        assertThat(PngChunks.of(noType).oddities())
                .anyMatch(odd -> odd.contains("at byte 33 has no type"));
        assertThat(PngChunks.of(wrongSum).oddities())
                .anyMatch(odd -> odd.contains("chunk IHDR at byte 8 does not have"));
        assertThat(PngChunks.of(tooLong).oddities())
                .anyMatch(odd -> odd.contains("claims 16777229 bytes"));
        assertThatThrownBy(() -> PngChunks.of(new byte[7])).isInstanceOf(MalformedPng.class);
    }

    @Test
    void endlessChunksAreNotFollowed() {
        byte[] one = chunk("abCd", new byte[0]);
        byte[] many = new byte[(PngChunks.MOST_CHUNKS + 10) * one.length];
        for (int i = 0; i < many.length; i++) {
            many[i] = one[i % one.length];
        }

        assertThat(PngChunks.of(with(many)).oddities())
                .anyMatch(odd -> odd.contains("more than 200000 chunks"));
    }

    /// The small file with more chunks after its header.
    private static byte[] with(byte[]... chunks) {
        return joined(
                java.util.Arrays.copyOf(PNG, 33),
                joined(chunks),
                java.util.Arrays.copyOfRange(PNG, 33, PNG.length));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] head = joined(latin(type), content);
        var crc = new CRC32();
        crc.update(head);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(head)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        byte[] out = new byte[content.length + 100];
        try (var deflater = new Deflater(9)) {
            deflater.setInput(content);
            deflater.finish();
            return java.util.Arrays.copyOf(out, deflater.deflate(out));
        }
    }
}
