package studio.backlot.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.backlot.base.ContentHash;
import studio.backlot.base.MalformedJson;
import studio.backlot.raster.MalformedPng;
import studio.backlot.raster.PngChunks;
import studio.backlot.raster.PngPicture;
import studio.backlot.raster.PngReader;

/// Reads what a picture file says about itself: our own texts, those of other tools, and whether it
/// carries a C2PA manifest. Never throws for a damaged or hostile file; what was wrong becomes an
/// oddity of the statement.
public final class CredentialReader {
    private static final Map<String, String> FOREIGN_KEYWORDS =
            Map.ofEntries(
                    Map.entry("invokeai_metadata", "InvokeAI"),
                    Map.entry("invokeai_workflow", "InvokeAI"),
                    Map.entry("invokeai_graph", "InvokeAI"),
                    Map.entry("sd-metadata", "InvokeAI"),
                    Map.entry("Dream", "InvokeAI"),
                    Map.entry("prompt", "ComfyUI"),
                    Map.entry("workflow", "ComfyUI"),
                    Map.entry("fooocus_scheme", "Fooocus"));

    /// Characters of a text that is looked into; what is longer is no recipe, and taking it apart
    /// costs memory.
    private static final int LONGEST_TEXT = 1 << 20;

    private final List<String> oddities = new ArrayList<>();

    private CredentialReader() {}

    /// The statement of these bytes. Of a file that is no PNG only the hash is given.
    public static FileStatement read(byte[] file) {
        var reader = new CredentialReader();
        if (!PngChunks.isPng(file)) {
            reader.oddities.add(
                    "this is not a PNG file; texts and credentials of other kinds of file are not read");
            return reader.statement(file, new PngChunks(List.of(), List.of(), List.of()));
        }
        PngChunks chunks = PngChunks.of(file);
        reader.oddities.addAll(chunks.oddities());
        return reader.statement(file, chunks);
    }

    private FileStatement statement(byte[] file, PngChunks chunks) {
        Optional<ContentHash> pixels = PngChunks.isPng(file) ? pixels(file) : Optional.empty();
        Optional<String> parameters = text(chunks, A1111Parameters.KEYWORD);
        boolean isJson = parameters.filter(text -> text.strip().startsWith("{")).isPresent();
        return new FileStatement(
                ContentHash.of(file),
                pixels,
                parameters.filter(text -> !isJson).map(A1111Parameters::parse),
                parsed(chunks, XmpPacket.KEYWORD, XmpPacket::parse),
                parsed(chunks, LedgerPointer.KEYWORD, LedgerPointer::parse),
                chunks.hasContentCredentials(),
                foreignRecords(chunks, isJson),
                oddities);
    }

    private Optional<ContentHash> pixels(byte[] file) {
        try {
            PngPicture picture = PngReader.read(file);
            if (picture.isComposited()) {
                oddities.add(
                        "the picture is transparent in places; its pixel hash is that of the picture on black");
            }
            if (picture.header().depth() > 8) {
                oddities.add(
                        "the picture has 16 bits a sample; its pixel hash is that of the picture at 8 bits");
            }
            return Optional.of(picture.plate().pixelHash());
        } catch (MalformedPng e) {
            oddities.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> text(PngChunks chunks, String keyword) {
        Optional<String> text = chunks.text(keyword);
        if (text.filter(found -> found.length() > LONGEST_TEXT).isPresent()) {
            oddities.add(
                    "the text \""
                            + keyword
                            + "\" has more than "
                            + LONGEST_TEXT
                            + " characters and was not looked into");
            return Optional.empty();
        }
        return text;
    }

    private <T> Optional<T> parsed(PngChunks chunks, String keyword, Function<String, T> parser) {
        try {
            return text(chunks, keyword).map(parser);
        } catch (MalformedXmp | MalformedJson e) {
            oddities.add("the text \"" + keyword + "\" cannot be understood: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static List<ForeignRecord> foreignRecords(PngChunks chunks, boolean hasJsonParameters) {
        List<ForeignRecord> records = new ArrayList<>();
        if (hasJsonParameters) {
            records.add(
                    new ForeignRecord(
                            "Fooocus", "text \"" + A1111Parameters.KEYWORD + "\" as JSON"));
        }
        chunks.texts()
                .forEach(text ->
                        Optional.ofNullable(FOREIGN_KEYWORDS.get(text.keyword()))
                                .ifPresent(program ->
                                        records.add(
                                                new ForeignRecord(
                                                        program,
                                                        "text \"" + text.keyword() + "\""))));
        if (chunks.text("Software").orElse("").equals("NovelAI")) {
            records.add(new ForeignRecord("NovelAI", "text \"Comment\""));
        }
        return records;
    }
}
