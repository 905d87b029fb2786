package studio.backlot.tokenize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// Reads a [ClipTokenizer] from `vocab.json` and `merges.txt`, or from `tokenizer.json`.
final class ClipFiles {
    private static final int USUAL_MAX_LENGTH = 77;

    private ClipFiles() {}

    /// From the two files of an older folder; both must be there.
    static TextTokenizer ofVocabAndMerges(Path folder, TokenizerConfig config) {
        TokenizerFile vocab = TokenizerFile.read(folder.resolve("vocab.json"));
        Map<String, Integer> ids = vocab.ids();
        if (!ids.containsKey(ClipTokenizer.END)) {
            throw vocab.broken("is byte-level BPE but not CLIP's, which this build does not have");
        }
        Path file = folder.resolve("merges.txt");
        var merges = new ArrayList<String>();
        for (String line : TokenizerFile.readLines(file)) {
            if (!line.isEmpty() && !line.startsWith("#version")) {
                merges.add(line);
            }
        }
        var source = new TokenizerFile(file, JsonObject.EMPTY);
        return build(vocab, ids, merges(source, merges, ids), config, List.of());
    }

    /// From a `tokenizer.json` whose model marks the ends of words as CLIP's does.
    static TextTokenizer ofTokenizerJson(TokenizerFile json, TokenizerConfig config) {
        TokenizerFile model = json.object("model");
        Map<String, Integer> ids = model.object("vocab").ids();
        var lines = new ArrayList<String>();
        for (JsonValue merge : model.json().array("merges").orElse(List.of())) {
            lines.add(line(model, merge));
        }
        var added = new ArrayList<AddedToken>();
        for (TokenizerFile entry : json.objects("added_tokens")) {
            added.add(TokenizerConfig.addedToken(entry, entry.whole("id")));
        }
        return build(model, ids, merges(model, lines, ids), config, added);
    }

    /// Older files write a merge as one text, newer ones as a list of two.
    private static String line(TokenizerFile model, JsonValue merge) {
        if (merge instanceof JsonString text) {
            return text.value();
        }
        if (merge instanceof JsonArray pair
                && pair.elements().size() == 2
                && pair.elements().get(0) instanceof JsonString left
                && pair.elements().get(1) instanceof JsonString right) {
            return left.value() + " " + right.value();
        }
        throw model.broken("has a merge that is no pair of texts");
    }

    private static PairMerges merges(
            TokenizerFile source, List<String> lines, Map<String, Integer> ids) {
        if (lines.isEmpty()) {
            throw source.broken("has no merges");
        }
        var table = new PairMerges.PairTable(lines.size());
        for (int rank = 0; rank < lines.size(); rank++) {
            String line = lines.get(rank);
            int blank = line.indexOf(' ');
            if (blank < 1 || blank == line.length() - 1 || line.indexOf(' ', blank + 1) >= 0) {
                throw source.broken("has the merge \"" + line + "\", which is no pair");
            }
            String left = line.substring(0, blank);
            String right = line.substring(blank + 1);
            table.put(
                    id(source, ids, left),
                    id(source, ids, right),
                    rank,
                    id(source, ids, left + right));
        }
        return new PairMerges(table);
    }

    private static TextTokenizer build(
            TokenizerFile source,
            Map<String, Integer> ids,
            PairMerges merges,
            TokenizerConfig config,
            List<AddedToken> listed) {
        String start = config.special("bos_token", ClipTokenizer.START);
        String end = config.special("eos_token", ClipTokenizer.END);
        String unknown = config.special("unk_token", ClipTokenizer.END);
        String padding = config.special("pad_token", ClipTokenizer.END);
        int length = config.maxLength().orElse(USUAL_MAX_LENGTH);
        var frame =
                new SequenceFrame(
                        new int[] {id(source, ids, start)},
                        new int[] {id(source, ids, end)},
                        length,
                        length,
                        id(source, ids, padding));
        var added = new ArrayList<AddedToken>(listed);
        for (AddedToken token : config.addedTokens(List.of(start, end, unknown, padding), ids)) {
            if (listed.stream().noneMatch(known -> known.content().equals(token.content()))) {
                added.add(token);
            }
        }
        return new ClipTokenizer(ids, merges, id(source, ids, unknown), added, frame);
    }

    private static int id(TokenizerFile source, Map<String, Integer> ids, String token) {
        Integer id = ids.get(token);
        if (id == null) {
            throw source.broken("needs the token \"" + token + "\", which its vocabulary lacks");
        }
        return id;
    }
}
