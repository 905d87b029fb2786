package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// Reads the members of one object in an entry; throws [MalformedEntry] naming the member that is
/// missing or is not what it should be.
record Members(JsonObject object) {

    /// The members of the label that an entry of such an event must have.
    static Members ofLabel(KnownEntry known, String label) {
        return new Members(
                known.entry()
                        .assertions()
                        .object(label)
                        .orElseThrow(() -> new MalformedEntry("it has no label " + label)));
    }

    String text(String name) {
        return object.text(name).orElseThrow(() -> missing(name));
    }

    UUID id(String name) {
        return id(name, text(name));
    }

    Optional<UUID> optionalId(String name) {
        return object.text(name).map(text -> id(name, text));
    }

    private static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEntry("its member \"" + name + "\" is no UUID: \"" + text + "\"");
        }
    }

    ContentHash hash(String name) {
        String text = text(name);
        if (!ContentHash.isHex(text)) {
            throw new MalformedEntry("its member \"" + name + "\" is no hash: \"" + text + "\"");
        }
        return new ContentHash(text);
    }

    /// A whole number from 0 up.
    long count(String name) {
        String digits = object.number(name).map(JsonNumber::literal).orElse("");
        if (!digits.matches("[0-9]{1,15}")) {
            throw missing(name);
        }
        return Long.parseLong(digits);
    }

    UseLabel use(String name) {
        String text = text(name);
        return UseLabel.ofWireName(text)
                .orElseThrow(() ->
                        new MalformedEntry(
                                "its member \"" + name + "\" is no use: \"" + text + "\""));
    }

    Optional<PayloadReference> payload(String name) {
        return object.object(name).map(PayloadReference::parse);
    }

    /// The objects of an array; none when there is no such member.
    List<Members> each(String name) {
        List<Members> found = new ArrayList<>();
        object.array(name)
                .orElse(List.of())
                .forEach(value -> {
                    if (!(value instanceof JsonObject one)) {
                        throw new MalformedEntry("its list \"" + name + "\" holds no objects");
                    }
                    found.add(new Members(one));
                });
        return found;
    }

    private static MalformedEntry missing(String name) {
        return new MalformedEntry("its member \"" + name + "\" is missing or of another kind");
    }
}
