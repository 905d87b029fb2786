package studio.backlot.base;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// A strict reader of JSON text (RFC 8259): no comments, no duplicate names, no lone surrogates,
/// bounded depth.
public final class JsonReader {
    /// How deep arrays and objects may nest.
    public static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /// Reads one JSON document from UTF-8 bytes; throws [MalformedJson] when they are anything
    /// else.
    public static JsonValue parse(byte[] utf8) {
        try {
            return parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException e) {
            throw new MalformedJson("the bytes are not UTF-8");
        }
    }

    /// Reads one JSON document; throws [MalformedJson] when the text is anything else.
    public static JsonValue parse(String text) {
        var reader = new JsonReader(text);
        reader.skipSpace();
        JsonValue value = reader.value(0);
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.malformed("nothing more");
        }
        return value;
    }

    /// Reads a document whose outermost value is an object.
    public static JsonObject parseObject(byte[] utf8) {
        if (parse(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJson("the document is not a JSON object");
    }

    private JsonValue value(int depth) {
        if (depth > MAX_DEPTH) {
            throw malformed("at most " + MAX_DEPTH + " levels");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonString(string());
            case 't' -> word("true", new JsonBoolean(true));
            case 'f' -> word("false", new JsonBoolean(false));
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonObject object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return new JsonObject(members);
        }
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw malformed("a member name in quotes");
            }
            String name = string();
            skipSpace();
            expect(':');
            skipSpace();
            if (members.put(name, value(depth + 1)) != null) {
                throw malformed("a name that does not stand twice (\"" + name + "\" does)");
            }
            skipSpace();
            if (peek() == '}') {
                at++;
                return new JsonObject(members);
            }
            expect(',');
        }
    }

    private JsonArray array(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return new JsonArray(elements);
        }
        while (true) {
            skipSpace();
            elements.add(value(depth + 1));
            skipSpace();
            if (peek() == ']') {
                at++;
                return new JsonArray(elements);
            }
            expect(',');
        }
    }

    private String string() {
        at++;
        int start = at;
        int bits = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\' || c < ' ') {
                break;
            }
            bits |= c;
            at++;
        }
        if (peek() == '"') {
            String plain = text.substring(start, at++);
            if (bits >= Character.MIN_SURROGATE) {
                requireNoLoneSurrogate(plain);
            }
            return plain;
        }
        var out = new StringBuilder(text.substring(start, at));
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                requireNoLoneSurrogate(out);
                return out.toString();
            }
            if (c < ' ') {
                at--;
                throw malformed("an escape, not a bare control character");
            }
            out.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("one of the escapes \" \\ / b f n r t u");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || text.charAt(at) > 'f') {
                throw malformed("four hexadecimal digits");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private void requireNoLoneSurrogate(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw malformed("text without lone surrogates");
            }
        }
    }

    private JsonNumber number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return new JsonNumber(text.substring(start, at));
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a value");
        }
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw malformed("a value");
        }
        at += word.length();
        return value;
    }

    private void skipSpace() {
        while (at < text.length()
                && (text.charAt(at) == ' '
                        || text.charAt(at) == '\n'
                        || text.charAt(at) == '\r'
                        || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed("more text");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed("'" + c + "'");
        }
        at++;
    }

    private MalformedJson malformed(String expected) {
        long line =
                1
                        + text.substring(0, Math.min(at, text.length()))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
        return new MalformedJson(
                "JSON line " + line + ", character " + at + ": expected " + expected);
    }
}
