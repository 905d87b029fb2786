package studio.backlot.workflow;

import java.util.LinkedHashSet;
import java.util.Set;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// The assets and payloads that some assertions name, anywhere in the tree.
///
/// An object with `asset` in 64 hexadecimal digits names a file, one with `payload` and the other
/// members of a reference names a text. What only looks like one is passed over: telling it is the
/// verifier's work.
record NamedPieces(Set<ContentHash> assets, Set<PayloadReference> payloads) {
    static NamedPieces in(JsonObject... assertions) {
        var pieces = new NamedPieces(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (JsonObject tree : assertions) {
            tree.objects().forEach(pieces::collect);
        }
        return pieces;
    }

    private void collect(JsonObject object) {
        object.text("asset")
                .filter(ContentHash::isHex)
                .ifPresent(hex -> assets.add(new ContentHash(hex)));
        if (object.number("payload").isPresent()) {
            collectReference(object);
        }
    }

    private void collectReference(JsonObject object) {
        try {
            payloads.add(PayloadReference.parse(object));
        } catch (MalformedEntry ofTheVerifier) {
            return;
        }
    }
}
