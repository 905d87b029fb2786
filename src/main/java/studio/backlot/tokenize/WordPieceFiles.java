package studio.backlot.tokenize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonObject;

/// Reads a [WordPieceTokenizer] from `tokenizer.json`, or from `vocab.txt` and its configuration.
final class WordPieceFiles {
    private static final int USUAL_MAX_LENGTH = 512;
    private static final int USUAL_MAX_WORD_LENGTH = 100;

    private WordPieceFiles() {}

    /// From the parsed `tokenizer.json` of a folder; a setting that is not built is refused.
    static TextTokenizer ofTokenizerJson(TokenizerFile json, TokenizerConfig config) {
        TokenizerFile model = json.object("model");
        Map<String, Integer> ids = model.object("vocab").ids();
        var vocabulary =
                new WordPieceTokenizer.Vocabulary(
                        ids,
                        model.text("continuing_subword_prefix"),
                        id(model, ids, model.text("unk_token")),
                        model.whole("max_input_chars_per_word"));
        requireType(json, "pre_tokenizer", "BertPreTokenizer");
        var added = new ArrayList<AddedToken>();
        for (TokenizerFile entry : json.objects("added_tokens")) {
            added.add(TokenizerConfig.addedToken(entry, entry.whole("id")));
        }
        return new WordPieceTokenizer(
                vocabulary, normalizer(json), added, SequenceFrames.of(json, config, ids));
    }

    private static BertNormalizer normalizer(TokenizerFile json) {
        if (json.json().get("normalizer").orElse(JsonNull.NULL) instanceof JsonNull) {
            return new BertNormalizer(false, false, false, false);
        }
        requireType(json, "normalizer", "BertNormalizer");
        TokenizerFile normalizer = json.object("normalizer");
        boolean lowercases = normalizer.flag("lowercase", true);
        return new BertNormalizer(
                normalizer.flag("clean_text", true),
                normalizer.flag("handle_chinese_chars", true),
                normalizer.flag("strip_accents", lowercases),
                lowercases);
    }

    private static void requireType(TokenizerFile json, String name, String type) {
        String given = json.object(name).text("type");
        if (!given.equals(type)) {
            throw json.broken(
                    "has the " + name + " \"" + given + "\", and this build has only " + type);
        }
    }

    /// From `vocab.txt`, one token a line, the line's number being its id.
    static TextTokenizer ofVocabTxt(Path file, TokenizerConfig config) {
        List<String> lines = TokenizerFile.readLines(file);
        Map<String, Integer> ids = LinkedHashMap.newLinkedHashMap(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            ids.put(lines.get(i), i);
        }
        var source = new TokenizerFile(file, JsonObject.EMPTY);
        String unknown = config.special("unk_token", "[UNK]");
        String start = config.special("cls_token", "[CLS]");
        String end = config.special("sep_token", "[SEP]");
        String padding = config.special("pad_token", "[PAD]");
        boolean lowercases = config.flag("do_lower_case", true);
        int length = config.maxLength().orElse(USUAL_MAX_LENGTH);
        var frame =
                new SequenceFrame(
                        new int[] {id(source, ids, start)},
                        new int[] {id(source, ids, end)},
                        length,
                        length,
                        id(source, ids, padding));
        return new WordPieceTokenizer(
                new WordPieceTokenizer.Vocabulary(
                        ids, "##", id(source, ids, unknown), USUAL_MAX_WORD_LENGTH),
                new BertNormalizer(
                        true,
                        config.flag("tokenize_chinese_chars", true),
                        config.flag("strip_accents").orElse(lowercases),
                        lowercases),
                config.addedTokens(List.of(padding, unknown, start, end, "[MASK]"), ids),
                frame);
    }

    private static int id(TokenizerFile source, Map<String, Integer> ids, String token) {
        Integer id = ids.get(token);
        if (id == null) {
            throw source.broken("has no token \"" + token + "\" in its vocabulary");
        }
        return id;
    }
}
