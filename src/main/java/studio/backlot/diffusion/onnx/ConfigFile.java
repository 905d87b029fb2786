package studio.backlot.diffusion.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.base.PythonJson;

/// One JSON configuration of a pack, whose members are asked for with the file named in every
/// complaint.
record ConfigFile(Path file, JsonObject members) {
    private static final long LARGEST = 16 << 20;

    static ConfigFile read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new PackConfigBroken(file, "the file is missing");
            }
            if (Files.size(file) > LARGEST) {
                throw new PackConfigBroken(file, "the file is too large for a configuration");
            }
            return new ConfigFile(file, PythonJson.parseObject(Files.readAllBytes(file)));
        } catch (MalformedJson e) {
            throw new PackConfigBroken(file, "not the JSON it should be (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new PackConfigBroken(file, "cannot be read (" + e.getMessage() + ")");
        }
    }

    PackConfigBroken broken(String why) {
        return new PackConfigBroken(file, why);
    }

    String text(String name) {
        return members.text(name)
                .orElseThrow(() -> broken("\"" + name + "\" is missing or no text"));
    }

    /// A whole number of at least 1.
    int count(String name) {
        return members.number(name)
                .flatMap(ConfigFile::whole)
                .orElseThrow(() ->
                        broken("\"" + name + "\" is missing or no whole number of at least 1"));
    }

    private static Optional<Integer> whole(JsonNumber number) {
        double value = number.asDouble();
        return value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value)
                ? Optional.of((int) value)
                : Optional.empty();
    }

    /// A finite number; empty when the member is absent or `null`.
    Optional<Float> decimal(String name) {
        Optional<JsonValue> value =
                members.get(name).filter(member -> !(member instanceof JsonNull));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return members.number(name)
                .map(number -> (float) number.asDouble())
                .filter(Float::isFinite)
                .map(Optional::of)
                .orElseThrow(() -> broken("\"" + name + "\" is no number"));
    }

    boolean isPresent(String name) {
        return members.get(name).filter(member -> !(member instanceof JsonNull)).isPresent();
    }

    /// How many elements a list has; throws when it is missing or empty.
    int length(String name) {
        return members.array(name)
                .map(java.util.List::size)
                .filter(size -> size > 0)
                .orElseThrow(() -> broken("\"" + name + "\" is missing or no list"));
    }

    /// A size that is written as one number for a square, or as [height, width].
    int[] heightAndWidth(String name) {
        Optional<JsonValue> value = members.get(name);
        if (value.isPresent()
                && value.get() instanceof JsonArray list
                && list.elements().size() == 2) {
            return list.elements().stream()
                    .mapToInt(element ->
                            element instanceof JsonNumber number ? whole(number).orElse(0) : 0)
                    .map(side -> {
                        if (side < 1) {
                            throw broken("\"" + name + "\" holds a side below 1");
                        }
                        return side;
                    })
                    .toArray();
        }
        int side = count(name);
        return new int[] {side, side};
    }
}
