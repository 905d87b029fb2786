package studio.backlot.tokenize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// What `tokenizer_config.json` and `special_tokens_map.json` say beside a vocabulary; both may be
/// absent.
///
/// As in transformers, the map overrules the configuration, unless the configuration lists its
/// added tokens with their ids.
final class TokenizerConfig {
    /// Lengths beyond this stand for "no limit" in files that transformers writes.
    private static final double LONGEST = 100_000;

    private static final List<String> NAMES =
            List.of(
                    "bos_token",
                    "eos_token",
                    "unk_token",
                    "sep_token",
                    "pad_token",
                    "cls_token",
                    "mask_token");

    private final TokenizerFile config;
    private final Map<String, String> specials = new LinkedHashMap<>();

    private TokenizerConfig(TokenizerFile config) {
        this.config = config;
    }

    static TokenizerConfig in(Path folder) {
        var read =
                new TokenizerConfig(
                        TokenizerFile.readIfPresent(folder.resolve("tokenizer_config.json")));
        read.addSpecials(read.config.json());
        if (read.config.json().object("added_tokens_decoder").isEmpty()) {
            Path map = folder.resolve("special_tokens_map.json");
            read.addSpecials(TokenizerFile.readIfPresent(map).json());
        }
        return read;
    }

    private void addSpecials(JsonObject json) {
        for (String name : NAMES) {
            json.get(name)
                    .flatMap(TokenizerConfig::content)
                    .ifPresent(text -> specials.put(name, text));
        }
    }

    /// A token is written as its text, or as an object that holds it.
    private static Optional<String> content(JsonValue token) {
        if (token instanceof JsonString text) {
            return Optional.of(text.value());
        }
        return token instanceof JsonObject object ? object.text("content") : Optional.empty();
    }

    /// The text of a special token, as `pad_token`.
    String special(String name, String otherwise) {
        return specials.getOrDefault(name, otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return config.flag(name, otherwise);
    }

    /// The value of a truth that may be left to another setting.
    Optional<Boolean> flag(String name) {
        return config.json().truth(name);
    }

    /// The greatest number of ids, where the files set a limit.
    OptionalInt maxLength() {
        Optional<JsonNumber> length = config.json().number("model_max_length");
        if (length.isEmpty() || length.get().asDouble() > LONGEST) {
            return OptionalInt.empty();
        }
        int whole = config.whole("model_max_length");
        if (whole < 3) {
            throw config.broken("has model_max_length = " + whole);
        }
        return OptionalInt.of(whole);
    }

    /// The added tokens that are listed, then the special tokens beside them that are in use.
    ///
    /// @param inUse texts of special tokens that the tokenizer takes by default
    /// @param ids the vocabulary; a special token that it lacks is left out
    List<AddedToken> addedTokens(List<String> inUse, Map<String, Integer> ids) {
        Map<String, AddedToken> tokens = new LinkedHashMap<>();
        JsonObject listed = config.json().object("added_tokens_decoder").orElse(JsonObject.EMPTY);
        for (String id : listed.members().keySet()) {
            AddedToken token = addedToken(entry(listed, id), id);
            tokens.put(token.content(), token);
        }
        var texts = new ArrayList<String>(inUse);
        texts.addAll(specials.values());
        for (String text : texts) {
            Integer id = ids.get(text);
            if (id != null) {
                tokens.putIfAbsent(text, AddedToken.special(text, id));
            }
        }
        return List.copyOf(tokens.values());
    }

    private TokenizerFile entry(JsonObject listed, String id) {
        return new TokenizerFile(
                config.file(),
                listed.object(id).orElseThrow(() -> config.broken("has no object for id " + id)));
    }

    private AddedToken addedToken(TokenizerFile entry, String id) {
        if (!id.matches("[0-9]{1,7}")) {
            throw config.broken("has an added token with the id \"" + id + "\"");
        }
        return addedToken(entry, Integer.parseInt(id));
    }

    /// Reads an added token as both `tokenizer.json` and `tokenizer_config.json` write it.
    static AddedToken addedToken(TokenizerFile entry, int id) {
        boolean isSpecial = entry.flag("special", false);
        String content = entry.text("content");
        if (content.isEmpty()) {
            throw entry.broken("has an added token without text, id " + id);
        }
        return new AddedToken(
                content,
                id,
                entry.flag("normalized", !isSpecial)
                        ? AddedToken.Matching.NORMALIZED
                        : AddedToken.Matching.AS_WRITTEN,
                isSpecial,
                entry.flag("single_word", false),
                entry.flag("lstrip", false),
                entry.flag("rstrip", false));
    }
}
