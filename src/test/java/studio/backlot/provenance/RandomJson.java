package studio.backlot.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// Random JSON values of all kinds, with the characters and numbers that are hard to write
/// canonically.
final class RandomJson {
    private RandomJson() {}

    static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new JsonString(text(random));
            case 1 -> JsonNumber.of(random.nextLong() >> random.nextInt(64));
            case 2 -> JsonNumber.of(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
            case 3 -> new JsonBoolean(random.nextBoolean());
            case 4 -> JsonNull.NULL;
            case 5 -> array(random, depth - 1);
            default -> object(random, depth - 1);
        };
    }

    private static JsonArray array(Random random, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(value(random, depth));
        }
        return new JsonArray(elements);
    }

    private static JsonObject object(Random random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(text(random), value(random, depth));
        }
        return new JsonObject(members);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x20 + random.nextInt(0x5f);
                        case 2 -> "\"\\/\u007f\u2028".charAt(random.nextInt(5));
                        case 3 -> 0x80 + random.nextInt(0xd000);
                        default -> 0xe000 + random.nextInt(0x10ffff - 0xe000);
                    });
        }
        return text.toString();
    }
}
