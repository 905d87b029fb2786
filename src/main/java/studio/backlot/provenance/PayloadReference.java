package studio.backlot.provenance;

import java.util.List;
import java.util.Set;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;

/// How an entry names an erasable text without holding it.
///
/// `id` is the row in the payload store, counted from 1. `commitment` is a salted hash of the text
/// ([PayloadCommitment]), which proves it to whoever is shown text and salt. `seal` is the hash of
/// the encrypted row, so that a changed row is found without the key, and on another machine.
public record PayloadReference(
        long id, PayloadKind kind, ContentHash commitment, ContentHash seal) {
    private static final Set<String> MEMBERS = Set.of("payload", "kind", "commitment", "seal");

    public PayloadReference {
        if (id < 1) {
            throw new IllegalArgumentException("payload ids count from 1, not " + id);
        }
    }

    /// The references anywhere in these assertions: each object that has all four members of one.
    /// Throws [MalformedEntry] when such an object is none.
    public static List<PayloadReference> allIn(JsonValue assertions) {
        return assertions
                .objects()
                .filter(object -> object.members().keySet().containsAll(MEMBERS))
                .map(PayloadReference::parse)
                .toList();
    }

    /// The reference as an assertion holds it.
    public JsonObject toJson() {
        return new JsonBuilder()
                .put("payload", id)
                .put("kind", kind.wireName())
                .put("commitment", commitment.hex())
                .put("seal", seal.hex())
                .build();
    }

    /// Reads a reference; throws [MalformedEntry] when the object is none.
    public static PayloadReference parse(JsonObject json) {
        try {
            return new PayloadReference(
                    json.number("payload").map(JsonNumber::asLong).orElse(0L),
                    PayloadKind.ofWireName(json.text("kind").orElse("")),
                    new ContentHash(json.text("commitment").orElse("")),
                    new ContentHash(json.text("seal").orElse("")));
        } catch (IllegalArgumentException | MalformedJson e) {
            throw new MalformedEntry("a payload reference is malformed: " + e.getMessage());
        }
    }
}
