package studio.backlot.raster;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads the texts of a PNG file, tolerantly and within bounds: what cannot be read becomes an
/// oddity.
final class PngTextReader {
    /// Bytes of all texts of one file together, after decompression.
    static final int MOST_TEXT_BYTES = 16 << 20;

    private final byte[] file;
    private final List<String> oddities;
    private int left = MOST_TEXT_BYTES;

    PngTextReader(byte[] file, List<String> oddities) {
        this.file = file;
        this.oddities = oddities;
    }

    List<PngText> read(List<PngChunk> chunks) {
        List<PngText> texts = new ArrayList<>();
        for (PngChunk chunk : chunks) {
            for (PngText.Form form : PngText.Form.values()) {
                if (form.chunkType().equals(chunk.type())) {
                    text(form, chunk).ifPresent(texts::add);
                }
            }
        }
        return texts;
    }

    private Optional<PngText> text(PngText.Form form, PngChunk chunk) {
        int end = chunk.offset() + chunk.length();
        int keywordEnd = zero(chunk.offset(), end);
        if (keywordEnd == end) {
            return odd(chunk, "has no end of its keyword");
        }
        String keyword =
                new String(
                        file,
                        chunk.offset(),
                        keywordEnd - chunk.offset(),
                        StandardCharsets.ISO_8859_1);
        Optional<String> fault = PngText.keywordFault(keyword);
        if (fault.isPresent()) {
            return odd(chunk, "has a keyword that " + fault.get());
        }
        Optional<byte[]> content =
                switch (form) {
                    case LATIN -> plain(chunk, keywordEnd + 1, end);
                    case COMPRESSED_LATIN -> compressedLatin(chunk, keywordEnd + 1, end);
                    case INTERNATIONAL -> international(chunk, keywordEnd + 1, end);
                };
        return content.map(bytes -> new PngText(form, keyword, decode(form, chunk, bytes)));
    }

    private Optional<byte[]> plain(PngChunk chunk, int from, int end) {
        if (end - from > left) {
            return odd(
                    chunk,
                    "exceeds the "
                            + MOST_TEXT_BYTES
                            + " bytes of text that are read from one file");
        }
        left -= end - from;
        byte[] bytes = new byte[end - from];
        System.arraycopy(file, from, bytes, 0, bytes.length);
        return Optional.of(bytes);
    }

    private Optional<byte[]> compressedLatin(PngChunk chunk, int from, int end) {
        if (from >= end || file[from] != 0) {
            return odd(chunk, "names no known compression");
        }
        return inflate(chunk, from + 1, end);
    }

    private Optional<byte[]> international(PngChunk chunk, int from, int end) {
        if (end - from < 4) {
            return odd(chunk, "is too short for an iTXt chunk");
        }
        boolean isCompressed = file[from] == 1;
        if ((file[from] != 0 && !isCompressed) || (isCompressed && file[from + 1] != 0)) {
            return odd(chunk, "names no known compression");
        }
        int languageEnd = zero(from + 2, end);
        int translatedEnd = zero(Math.min(end, languageEnd + 1), end);
        if (translatedEnd == end) {
            return odd(chunk, "has no end of its language or translated keyword");
        }
        return isCompressed
                ? inflate(chunk, translatedEnd + 1, end)
                : plain(chunk, translatedEnd + 1, end);
    }

    private int zero(int from, int end) {
        int at = from;
        while (at < end && file[at] != 0) {
            at++;
        }
        return at;
    }

    private Optional<byte[]> inflate(PngChunk chunk, int from, int end) {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (var inflater = new Inflater()) {
            inflater.setInput(file, from, end - from);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return odd(chunk, "holds compressed text that does not end");
                }
                if (out.size() + count > left) {
                    return odd(
                            chunk,
                            "exceeds the "
                                    + MOST_TEXT_BYTES
                                    + " bytes of text that are read from one file");
                }
                out.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            return odd(chunk, "holds text that cannot be decompressed");
        }
        left -= out.size();
        return Optional.of(out.toByteArray());
    }

    private String decode(PngText.Form form, PngChunk chunk, byte[] bytes) {
        String text;
        try {
            text =
                    form == PngText.Form.INTERNATIONAL
                            ? StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString()
                            : new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (CharacterCodingException e) {
            oddities.add(chunk.where() + " is not UTF-8 throughout");
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        if (text.indexOf('\0') >= 0) {
            oddities.add(chunk.where() + " holds characters U+0000");
            text = text.replace('\0', '\ufffd');
        }
        return text;
    }

    private <T> Optional<T> odd(PngChunk chunk, String what) {
        oddities.add(chunk.where() + " " + what);
        return Optional.empty();
    }
}
