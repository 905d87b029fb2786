package studio.backlot.provenance;

import java.nio.charset.StandardCharsets;

/// A text that is about to become an erasable payload.
public record PayloadDraft(PayloadKind kind, byte[] content) {
    public static PayloadDraft of(PayloadKind kind, String text) {
        return new PayloadDraft(kind, text.getBytes(StandardCharsets.UTF_8));
    }
}
