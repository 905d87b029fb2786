package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// The members of one object of a policy file, each asked for once; what is wrong with them goes
/// into the findings.
///
/// A member that is absent has the value of the preset. [#finish] complains about those that nobody
/// asked for.
final class PolicyMembers {
    private final JsonObject object;
    private final String where;
    private final List<PolicyFinding> findings;
    private final Set<String> known = new TreeSet<>();

    PolicyMembers(JsonObject object, String where, List<PolicyFinding> findings) {
        this.object = object;
        this.where = where;
        this.findings = findings;
    }

    /// The object member of that name, empty where there is none.
    PolicyMembers section(String name) {
        JsonValue value = get(name).orElse(JsonObject.EMPTY);
        if (value instanceof JsonObject section) {
            return new PolicyMembers(section, pointer(name), findings);
        }
        complain(name, "expected an object { … }, not " + kind(value));
        return new PolicyMembers(JsonObject.EMPTY, pointer(name), findings);
    }

    boolean truth(String name, boolean preset) {
        return switch (get(name).orElse(new JsonBoolean(preset))) {
            case JsonBoolean truth -> truth.value();
            case JsonValue other -> {
                complain(name, "expected true or false, not " + kind(other));
                yield preset;
            }
        };
    }

    /// A whole number between two bounds, both allowed.
    long whole(String name, long least, long most, long preset) {
        JsonValue value = get(name).orElse(JsonNumber.of(preset));
        OptionalLong number = whole(value);
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
            return number.getAsLong();
        }
        complain(name, "expected a whole number from " + least + " to " + most);
        return preset;
    }

    private static OptionalLong whole(JsonValue value) {
        try {
            return value instanceof JsonNumber number
                    ? OptionalLong.of(number.asLong())
                    : OptionalLong.empty();
        } catch (MalformedJson e) {
            return OptionalLong.empty();
        }
    }

    /// A text that must be there and say something.
    String text(String name) {
        Optional<JsonValue> value = get(name);
        if (value.isPresent()
                && value.get() instanceof JsonString text
                && !text.value().isBlank()) {
            return text.value();
        }
        complain(
                name,
                value.map(other -> "expected a text, not " + kind(other))
                        .orElse("is missing: a text is needed"));
        return "";
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    /// Whether the member is this word.
    boolean isWord(String name, String word) {
        return get(name).filter(new JsonString(word)::equals).isPresent();
    }

    /// A list of texts, none blank and none twice.
    List<String> texts(String name, List<String> preset) {
        List<JsonValue> elements = elements(name);
        if (!isList(name)) {
            return preset;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof JsonString text) || text.value().isBlank()) {
                complain(name + "/" + i, "expected a text, not " + kind(elements.get(i)));
            } else if (texts.contains(text.value())) {
                complain(name + "/" + i, "\"" + text.value() + "\" stands here twice");
            } else {
                texts.add(text.value());
            }
        }
        return texts;
    }

    /// One of these choices by its word.
    <T> T choice(String name, T[] all, Function<T, String> word, T preset) {
        Optional<JsonValue> value = get(name);
        return value.isEmpty() ? preset : find(name, value.get(), all, word).orElse(preset);
    }

    /// Several of these choices by their words.
    <T> Set<T> choices(String name, T[] all, Function<T, String> word, Set<T> preset) {
        List<JsonValue> elements = elements(name);
        if (!isList(name)) {
            return preset;
        }
        Set<T> found = new LinkedHashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            String place = name + "/" + i;
            Optional<T> choice = find(place, elements.get(i), all, word);
            if (choice.isPresent() && !found.add(choice.get())) {
                complain(place, "\"" + word.apply(choice.get()) + "\" stands here twice");
            }
        }
        return found;
    }

    private <T> Optional<T> find(String place, JsonValue value, T[] all, Function<T, String> word) {
        List<String> words = Arrays.stream(all).map(word).toList();
        if (!(value instanceof JsonString text)) {
            complain(place, "expected one of " + String.join(", ", words) + ", not " + kind(value));
            return Optional.empty();
        }
        Optional<T> found =
                Arrays.stream(all).filter(one -> word.apply(one).equals(text.value())).findFirst();
        if (found.isEmpty()) {
            complain(
                    place,
                    "\""
                            + text.value()
                            + "\" is none of "
                            + String.join(", ", words)
                            + meant(text.value(), words));
        }
        return found;
    }

    /// The objects of a list, each with its own members.
    List<PolicyMembers> sections(String name) {
        List<PolicyMembers> sections = new ArrayList<>();
        List<JsonValue> elements = elements(name);
        for (int i = 0; i < elements.size(); i++) {
            String place = name + "/" + i;
            if (elements.get(i) instanceof JsonObject section) {
                sections.add(new PolicyMembers(section, pointer(place), findings));
            } else {
                complain(place, "expected an object { … }, not " + kind(elements.get(i)));
            }
        }
        return sections;
    }

    private boolean isList(String name) {
        return get(name).filter(JsonArray.class::isInstance).isPresent();
    }

    private List<JsonValue> elements(String name) {
        JsonValue value = get(name).orElse(new JsonArray(List.of()));
        if (value instanceof JsonArray array) {
            return array.elements();
        }
        complain(name, "expected a list [ … ], not " + kind(value));
        return List.of();
    }

    /// Names each member that nothing reads.
    void finish() {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                complain(name, "is no member of a policy here" + meant(name, known));
            }
        }
    }

    private static String meant(String written, Iterable<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        return NearestWord.of(written, all)
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    void complain(String name, String explanation) {
        findings.add(new PolicyFinding(pointer(name), explanation));
    }

    private String pointer(String name) {
        return where + "/" + name;
    }

    private Optional<JsonValue> get(String name) {
        known.add(name);
        return object.get(name);
    }

    private static String kind(JsonValue value) {
        return switch (value) {
            case JsonObject object -> "an object";
            case JsonArray array -> "a list";
            case JsonString text -> "\"" + text.value() + "\"";
            case JsonNumber number -> number.literal();
            case JsonBoolean truth -> String.valueOf(truth.value());
            case JsonNull nothing -> "null";
        };
    }
}
