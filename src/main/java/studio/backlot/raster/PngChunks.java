package studio.backlot.raster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// What stands in a PNG file beside its pixels: the chunks in order, the texts, and what was odd
/// about them.
///
/// Reading is tolerant: whatever can be understood is given, the rest is named in `oddities`.
/// Nothing is decoded but texts, and those within [PngTextReader]'s bounds, so a file of any size
/// or malice is walked in time and memory proportional to its own length. Where the same keyword
/// stands twice both texts are given.
public record PngChunks(List<PngChunk> chunks, List<PngText> texts, List<String> oddities) {
    /// Chunks beyond this many are not looked at.
    static final int MOST_CHUNKS = 200_000;

    /// The chunk in which a C2PA manifest travels.
    private static final String CONTENT_CREDENTIALS = "caBX";

    private static final int OVERHEAD = 12;

    public PngChunks {
        chunks = List.copyOf(chunks);
        texts = List.copyOf(texts);
        oddities = List.copyOf(oddities);
    }

    /// Walks a file; throws [MalformedPng] only when it does not begin as a PNG file does.
    public static PngChunks of(byte[] file) {
        requireSignature(file);
        List<String> oddities = new ArrayList<>();
        List<PngChunk> chunks = walk(file, oddities);
        return new PngChunks(chunks, new PngTextReader(file, oddities).read(chunks), oddities);
    }

    /// Whether the file begins with the eight bytes of every PNG file.
    public static boolean isPng(byte[] file) {
        byte[] signature = PngWriter.SIGNATURE;
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    static void requireSignature(byte[] file) {
        if (!isPng(file)) {
            throw new MalformedPng("the file", "does not begin with the eight bytes of a PNG file");
        }
    }

    /// The chunks up to IEND or to the first that cannot be one.
    static List<PngChunk> walk(byte[] file, List<String> oddities) {
        List<PngChunk> chunks = new ArrayList<>();
        int at = PngWriter.SIGNATURE.length;
        while (at < file.length) {
            if (chunks.size() == MOST_CHUNKS) {
                oddities.add(
                        "the file has more than "
                                + MOST_CHUNKS
                                + " chunks; the rest was not looked at");
                return chunks;
            }
            Optional<PngChunk> chunk = chunkAt(file, at, oddities);
            if (chunk.isEmpty()) {
                return chunks;
            }
            chunks.add(chunk.get());
            at = chunk.get().offset() + chunk.get().length() + Integer.BYTES;
            if (chunk.get().type().equals("IEND")) {
                if (at < file.length) {
                    oddities.add((file.length - at) + " bytes follow the end of the picture");
                }
                return chunks;
            }
        }
        oddities.add("the file ends without an IEND chunk");
        return chunks;
    }

    private static Optional<PngChunk> chunkAt(byte[] file, int at, List<String> oddities) {
        if (file.length - at < OVERHEAD) {
            oddities.add("the file ends inside a chunk that begins at byte " + at);
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(file, at, PngChunk.HEAD_BYTES);
        int length = head.getInt();
        String type = new String(file, at + Integer.BYTES, 4, StandardCharsets.ISO_8859_1);
        if (!type.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
            oddities.add("what should be a chunk at byte " + at + " has no type of four letters");
            return Optional.empty();
        }
        if (length < 0 || length > file.length - at - OVERHEAD) {
            oddities.add(
                    "chunk "
                            + type
                            + " at byte "
                            + at
                            + " claims "
                            + Integer.toUnsignedString(length)
                            + " bytes, more than the file has");
            return Optional.empty();
        }
        int offset = at + PngChunk.HEAD_BYTES;
        var crc = new CRC32();
        crc.update(file, offset - Integer.BYTES, length + Integer.BYTES);
        boolean isIntact = (int) crc.getValue() == ByteBuffer.wrap(file).getInt(offset + length);
        var chunk = new PngChunk(type, offset, length, isIntact);
        if (!isIntact) {
            oddities.add(chunk.where() + " does not have the content that its checksum says");
        }
        return Optional.of(chunk);
    }

    /// The first text under this keyword, if there is one.
    public Optional<String> text(String keyword) {
        return texts.stream()
                .filter(text -> text.keyword().equals(keyword))
                .map(PngText::text)
                .findFirst();
    }

    /// Whether a chunk of this type is there.
    public boolean has(String type) {
        return chunks.stream().anyMatch(chunk -> chunk.type().equals(type));
    }

    /// Whether the file carries a C2PA manifest (a chunk `caBX`); it is present, not checked.
    public boolean hasContentCredentials() {
        return has(CONTENT_CREDENTIALS);
    }
}
