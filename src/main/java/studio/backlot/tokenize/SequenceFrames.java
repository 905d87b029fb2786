package studio.backlot.tokenize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;

/// Reads a [SequenceFrame] from the truncation, padding and post-processor of a `tokenizer.json`.
final class SequenceFrames {
    private static final int USUAL_MAX_LENGTH = 512;

    private SequenceFrames() {}

    static SequenceFrame of(TokenizerFile json, TokenizerConfig config, Map<String, Integer> ids) {
        int maxTokens = config.maxLength().orElse(USUAL_MAX_LENGTH);
        if (json.json().object("truncation").isPresent()) {
            TokenizerFile truncation = json.object("truncation");
            requireRight(truncation);
            maxTokens = truncation.whole("max_length");
        }
        int length = maxTokens;
        int padId = padId(config, ids);
        if (json.json().object("padding").isPresent()) {
            TokenizerFile padding = json.object("padding");
            requireRight(padding);
            padId = padding.whole("pad_id");
            if (padding.json().object("strategy").isPresent()) {
                length = padding.object("strategy").whole("Fixed");
            }
        }
        var before = new ArrayList<Integer>();
        var after = new ArrayList<Integer>();
        readEnds(json, before, after);
        if (length < maxTokens || maxTokens < before.size() + after.size() + 1) {
            throw json.broken("is cut to " + maxTokens + " tokens and padded to " + length);
        }
        return new SequenceFrame(array(before), array(after), maxTokens, length, padId);
    }

    private static void requireRight(TokenizerFile setting) {
        String direction = setting.json().text("direction").orElse("Right");
        if (!direction.equals("Right")) {
            throw setting.broken(
                    "cuts or pads at the " + direction + ", and this build only Right");
        }
    }

    private static int padId(TokenizerConfig config, Map<String, Integer> ids) {
        return ids.getOrDefault(config.special("pad_token", "[PAD]"), 0);
    }

    private static void readEnds(TokenizerFile json, List<Integer> before, List<Integer> after) {
        if (json.json().object("post_processor").isEmpty()) {
            return;
        }
        TokenizerFile processor = json.object("post_processor");
        switch (processor.text("type")) {
            case "TemplateProcessing" -> readTemplate(processor, before, after);
            case "BertProcessing", "RobertaProcessing" -> {
                before.add(idOfPair(processor, "cls"));
                after.add(idOfPair(processor, "sep"));
            }
            default ->
                    throw processor.broken(
                            "has the post_processor \""
                                    + processor.text("type")
                                    + "\", which this build does not have");
        }
    }

    private static void readTemplate(
            TokenizerFile processor, List<Integer> before, List<Integer> after) {
        TokenizerFile specials = processor.object("special_tokens");
        List<Integer> side = before;
        for (TokenizerFile piece : processor.objects("single")) {
            if (piece.json().object("Sequence").isPresent()) {
                side = after;
                continue;
            }
            TokenizerFile special = specials.object(piece.object("SpecialToken").text("id"));
            for (JsonValue id : special.json().array("ids").orElse(List.of())) {
                side.add(number(processor, id));
            }
        }
    }

    private static int idOfPair(TokenizerFile processor, String name) {
        List<JsonValue> pair = processor.json().array(name).orElse(List.of());
        if (pair.size() != 2) {
            throw processor.broken("has no pair of text and id \"" + name + "\"");
        }
        return number(processor, pair.get(1));
    }

    private static int number(TokenizerFile processor, JsonValue id) {
        if (id instanceof JsonNumber number && number.literal().matches("[0-9]{1,7}")) {
            return Integer.parseInt(number.literal());
        }
        throw processor.broken("has a post_processor with something else than ids");
    }

    private static int[] array(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
