package studio.backlot.provenance;

import java.util.Base64;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// An erasable text shown to an outsider, with the salt that proves it to be the one an entry
/// committed to.
public record PayloadOpening(long payload, PayloadKind kind, byte[] salt, byte[] content) {
    public PayloadOpening {
        if (salt.length != PayloadCommitment.SALT_LENGTH) {
            throw new IllegalArgumentException(
                    "the salt of payload " + payload + " has " + salt.length + " bytes");
        }
    }

    /// The commitment this text and salt give.
    public ContentHash commitment() {
        return PayloadCommitment.of(kind, salt, content);
    }

    /// The opening as a receipt or a package holds it.
    public JsonObject toJson() {
        return new JsonBuilder()
                .put("payload", payload)
                .put("kind", kind.wireName())
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .put("content", Base64.getEncoder().encodeToString(content))
                .build();
    }

    /// Reads what [#toJson] wrote; throws [IllegalArgumentException], [MalformedEntry] or
    /// [studio.backlot.base.MalformedJson] when it is none.
    public static PayloadOpening parse(JsonObject json) {
        return new PayloadOpening(
                json.number("payload").map(JsonNumber::asLong).orElse(0L),
                PayloadKind.ofWireName(json.text("kind").orElse("")),
                Base64.getDecoder().decode(json.text("salt").orElse("")),
                Base64.getDecoder().decode(json.text("content").orElse("")));
    }
}
