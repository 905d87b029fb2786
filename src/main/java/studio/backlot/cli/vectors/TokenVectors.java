package studio.backlot.cli.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.tokenize.SpecialTokens;
import studio.backlot.tokenize.TextTokenizer;
import studio.backlot.tokenize.TokenizerFolder;

/// The token ids of a text, as transformers gives them: special tokens inside the text are parsed.
final class TokenVectors implements VectorKind {
    private final VectorPacks packs;
    private final Map<Path, TextTokenizer> opened = new HashMap<>();

    TokenVectors(VectorPacks packs) {
        this.packs = packs;
    }

    @Override
    public JsonObject compute(VectorCase input) {
        Optional<String> name =
                input.members().text("model").or(() -> input.members().text("pack"));
        TextTokenizer tokenizer =
                opened.computeIfAbsent(tokenizerFolder(packs.folder(name)), TokenizerFolder::open);
        int[] ids = tokenizer.encode(input.text("text"), SpecialTokens.PARSED).ids();
        return new JsonBuilder().put("ids", VectorCase.array(ids)).build();
    }

    /// The tokenizer's files lie in the pack's `tokenizer` folder, or beside the weights.
    private static Path tokenizerFolder(Path pack) {
        Path inside = pack.resolve("tokenizer");
        return Files.isDirectory(inside) ? inside : pack;
    }
}
