package studio.backlot.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;

/// What a verification saw: sizes, the root computed from the stored bytes, and every finding and
/// note.
public record VerificationReport(
        Optional<UUID> production,
        long entries,
        ContentHash root,
        Anchoring anchoring,
        PayloadCounts payloads,
        long assetsChecked,
        long modelFilesChecked,
        List<ValidationStatus> statuses) {
    public VerificationReport {
        statuses = List.copyOf(statuses);
    }

    /// How much of the ledger an outside checkpoint covers: the entries below `size`; of the
    /// `unanchored` others the first was made at `oldestUnanchored`.
    public record Anchoring(long size, long unanchored, Optional<Instant> oldestUnanchored) {}

    /// Payloads named by entries: opened and proven, whole but locked on this machine, and erased
    /// by a redaction.
    public record PayloadCounts(long open, long locked, long erased) {}

    /// Whether nothing was changed, removed, forged or lost. Notes may remain.
    public boolean isClean() {
        return findings().isEmpty();
    }

    public List<ValidationStatus> findings() {
        return of(ValidationStatus.Severity.FINDING);
    }

    public List<ValidationStatus> notes() {
        return of(ValidationStatus.Severity.NOTE);
    }

    private List<ValidationStatus> of(ValidationStatus.Severity severity) {
        return statuses.stream().filter(status -> status.severity() == severity).toList();
    }

    /// The report as one JSON document.
    public JsonObject toJson() {
        return new JsonBuilder()
                .put("production", production.map(UUID::toString))
                .put("entries", entries)
                .put("root", root.hex())
                .put("clean", isClean())
                .put("anchored", anchoring.size())
                .put("unanchored", anchoring.unanchored())
                .put("oldestUnanchored", anchoring.oldestUnanchored().map(Instant::toString))
                .put(
                        "payloads",
                        new JsonBuilder()
                                .put("open", payloads.open())
                                .put("locked", payloads.locked())
                                .put("erased", payloads.erased())
                                .build())
                .put("assetsChecked", assetsChecked)
                .put("modelFilesChecked", modelFilesChecked)
                .put("findings", findings().stream().map(VerificationReport::toJson).toList())
                .put("notes", notes().stream().map(VerificationReport::toJson).toList())
                .build();
    }

    private static JsonObject toJson(ValidationStatus status) {
        return new JsonBuilder()
                .put("code", status.code())
                .put("where", status.where())
                .put("explanation", status.explanation())
                .build();
    }
}
