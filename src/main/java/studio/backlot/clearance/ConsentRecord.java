package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

/// Who consented to what, in words: the part of a consent that is personal, kept as one erasable
/// text.
///
/// `isGiven` is false for a person who is listed so that prompts which name them stop, and who has
/// agreed to nothing. `scope` is the description of the intended use that the person read.
/// `project` is the production it was given for, by name or id. `isSignedSeparately`: not only
/// under the general terms of an employment. `compensation`, `contract` (of the union, with its
/// year) and the names of guardian and representative are references in words.
public record ConsentRecord(
        String subject,
        List<String> aliases,
        boolean isGiven,
        String scope,
        String project,
        boolean isSignedSeparately,
        Optional<String> compensation,
        boolean isMinor,
        Optional<String> guardian,
        boolean isDeceased,
        Optional<String> representative,
        Optional<String> contract) {
    /// Characters that each text of a record may have.
    static final int LONGEST_TEXT = 4_000;

    public ConsentRecord {
        aliases = List.copyOf(aliases);
        if (isGiven && scope.isBlank()) {
            throw new IllegalArgumentException(
                    "a consent needs its scope in words: what the person agreed to, reasonably specific");
        }
        Stream.of(
                        Stream.of(scope, project),
                        compensation.stream(),
                        guardian.stream(),
                        representative.stream(),
                        contract.stream())
                .flatMap(texts -> texts)
                .forEach(ConsentRecord::requireShort);
        names(subject, aliases)
                .forEach(name -> new ListedName(name, ListedName.Kind.PERSON, subject));
    }

    private static void requireShort(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a text of a consent has at most "
                            + LONGEST_TEXT
                            + " characters, not "
                            + text.length());
        }
    }

    /// The names that prompts are searched for: the subject's and their aliases.
    public List<String> names() {
        return names(subject, aliases).toList();
    }

    private static Stream<String> names(String subject, List<String> aliases) {
        return Stream.concat(Stream.of(subject), aliases.stream());
    }

    /// The text of the payload.
    public String text() {
        return CanonicalJson.text(toJson());
    }

    public JsonObject toJson() {
        return new JsonBuilder()
                .put("subject", subject)
                .put("aliases", aliases.stream().map(JsonString::new).toList())
                .put("given", isGiven)
                .put("scope", scope)
                .put("project", project)
                .put("signedSeparately", isSignedSeparately)
                .put("compensation", compensation)
                .put("minor", isMinor)
                .put("guardian", guardian)
                .put("deceased", isDeceased)
                .put("representative", representative)
                .put("contract", contract)
                .build();
    }

    /// Reads what [#text] wrote; throws [MalformedJson] when it is none.
    public static ConsentRecord parse(byte[] text) {
        JsonObject json = JsonReader.parseObject(text);
        List<String> aliases = new ArrayList<>();
        for (var alias : json.array("aliases").orElse(List.of())) {
            if (alias instanceof JsonString name) {
                aliases.add(name.value());
            }
        }
        try {
            return new ConsentRecord(
                    json.text("subject").orElse(""),
                    aliases,
                    json.truth("given").orElse(false),
                    json.text("scope").orElse(""),
                    json.text("project").orElse(""),
                    json.truth("signedSeparately").orElse(false),
                    json.text("compensation"),
                    json.truth("minor").orElse(false),
                    json.text("guardian"),
                    json.truth("deceased").orElse(false),
                    json.text("representative"),
                    json.text("contract"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("it is no record of a consent: " + e.getMessage());
        }
    }
}
