package studio.backlot.tokenize;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.base.PythonJson;

/// One JSON object in a tokenizer's files, with its place for messages.
///
/// @param file where it stands
/// @param json what stands there; empty for a file that need not exist and does not
record TokenizerFile(Path file, JsonObject json) {

    static TokenizerFile read(Path file) {
        try {
            return new TokenizerFile(file, PythonJson.parseObject(Files.readAllBytes(file)));
        } catch (MalformedJson e) {
            throw new TokenizerUnusable(file, "the file is broken (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static TokenizerFile readIfPresent(Path file) {
        return Files.exists(file) ? read(file) : new TokenizerFile(file, JsonObject.EMPTY);
    }

    static List<String> readLines(Path file) {
        try {
            return Files.readString(file).lines().toList();
        } catch (CharacterCodingException e) {
            throw new TokenizerUnusable(file, "the file is broken (not UTF-8 text)");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static TokenizerUnusable unreadable(Path file, IOException e) {
        boolean isMissing = !Files.exists(file);
        return new TokenizerUnusable(
                file, isMissing ? "the file is missing" : "the file cannot be read (" + e + ")");
    }

    /// The object of that name; it must be there.
    TokenizerFile object(String name) {
        return new TokenizerFile(
                file,
                json.object(name).orElseThrow(() -> broken("has no object \"" + name + "\"")));
    }

    /// The text of that name; it must be there.
    String text(String name) {
        return json.text(name).orElseThrow(() -> broken("has no text \"" + name + "\""));
    }

    /// The objects of a list; none where it is absent or `null`.
    List<TokenizerFile> objects(String name) {
        var objects = new ArrayList<TokenizerFile>();
        for (JsonValue element : json.array(name).orElse(List.of())) {
            if (!(element instanceof JsonObject object)) {
                throw broken("has something else than objects in \"" + name + "\"");
            }
            objects.add(new TokenizerFile(file, object));
        }
        return objects;
    }

    boolean flag(String name, boolean otherwise) {
        return json.truth(name).orElse(otherwise);
    }

    /// A whole number of at most seven digits; it must be there.
    int whole(String name) {
        JsonNumber number =
                json.number(name).orElseThrow(() -> broken("has no number \"" + name + "\""));
        return whole(name, number);
    }

    private int whole(String name, JsonNumber number) {
        String digits = number.literal();
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i == 7) {
                throw broken("has " + name + " = " + digits);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// Members that are all whole numbers, as a vocabulary.
    Map<String, Integer> ids() {
        Map<String, Integer> ids = HashMap.newHashMap(json.members().size());
        json.members()
                .forEach((token, id) -> {
                    if (!(id instanceof JsonNumber number)) {
                        throw broken("has no number for the token \"" + token + "\"");
                    }
                    ids.put(token, whole(token, number));
                });
        if (ids.isEmpty()) {
            throw broken("has no tokens");
        }
        return ids;
    }

    TokenizerUnusable broken(String problem) {
        return new TokenizerUnusable(file, "the tokenizer " + problem);
    }
}
