package studio.backlot.cli.vectors;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;

/// One case of a vector file: typed access to its members, with errors that name the missing one.
public record VectorCase(JsonObject members, int number) {
    String text(String name) {
        return members.text(name).orElseThrow(() -> missing(name));
    }

    int whole(String name) {
        return Math.toIntExact(members.number(name).orElseThrow(() -> missing(name)).asLong());
    }

    JsonObject object(String name) {
        return members.object(name).orElseThrow(() -> missing(name));
    }

    boolean has(String name) {
        return members.get(name).isPresent();
    }

    float[] floats(String name) {
        return floats(new JsonArray(members.array(name).orElseThrow(() -> missing(name))));
    }

    /// A seed: any whole number of 64 bits, unsigned ones included.
    long seed() {
        String literal = members.number("seed").orElseThrow(() -> missing("seed")).literal();
        return literal.startsWith("-") ? Long.parseLong(literal) : Long.parseUnsignedLong(literal);
    }

    static float[] floats(JsonValue array) {
        if (!(array instanceof JsonArray numbers)) {
            throw new MalformedJson("expected an array of numbers");
        }
        float[] floats = new float[numbers.elements().size()];
        for (int i = 0; i < floats.length; i++) {
            if (!(numbers.elements().get(i) instanceof JsonNumber number)) {
                throw new MalformedJson("expected an array of numbers");
            }
            floats[i] = (float) number.asDouble();
        }
        return floats;
    }

    static JsonArray array(float... values) {
        List<JsonNumber> numbers = new ArrayList<>(values.length);
        for (float value : values) {
            numbers.add(new JsonNumber(Float.toString(value)));
        }
        return new JsonArray(new ArrayList<>(numbers));
    }

    static JsonArray array(int... values) {
        List<JsonNumber> numbers = new ArrayList<>(values.length);
        for (int value : values) {
            numbers.add(JsonNumber.of(value));
        }
        return new JsonArray(new ArrayList<>(numbers));
    }

    private static MalformedJson missing(String name) {
        return new MalformedJson(
                "a case lacks its member \"" + name + "\", or it is of another kind");
    }
}
