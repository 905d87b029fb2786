package studio.backlot.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Entries of about 1 KB in the shape of real runs: an intent with its prompt, then its outcome
/// that failed.
///
/// Failed ones, so that a ledger of a million entries needs no million pictures.
final class SampleRuns {
    private static final int FILLER = 5;

    private SampleRuns() {}

    /// The prompt of a run, about 100 bytes.
    static PayloadDraft prompt(long number) {
        return PayloadDraft.of(
                PayloadKind.PROMPT,
                "a lighthouse at dusk, heavy clouds, long exposure, matte painting, take "
                        + number);
    }

    /// An intent whose entry has about 1,000 bytes.
    static EntryDraft intent(UUID job, long number, PayloadReference prompt, Signatory by) {
        JsonObject request =
                new JsonBuilder()
                        .put("modality", "image")
                        .put("task", "background")
                        .put("prompt", prompt.toJson())
                        .wide("seed", number)
                        .put("notes", filler(number))
                        .build();
        return new EntryDraft(
                EventType.INTENT,
                by,
                Optional.of(job),
                new JsonBuilder().put("request", request).build());
    }

    /// The outcome of the intent at this index, of about 1,000 bytes.
    static EntryDraft outcome(UUID job, long intent, PayloadReference reason, Signatory by) {
        JsonObject run =
                new JsonBuilder()
                        .put("status", "failed")
                        .put("intent", intent)
                        .put("reason", reason.toJson())
                        .put("notes", filler(intent))
                        .build();
        return new EntryDraft(
                EventType.OUTCOME, by, Optional.of(job), new JsonBuilder().put("run", run).build());
    }

    /// The outcome that made this file.
    static EntryDraft success(UUID job, long intent, ContentHash asset, Signatory by) {
        JsonObject run =
                new JsonBuilder()
                        .put("status", "succeeded")
                        .put("intent", intent)
                        .put("notes", filler(intent))
                        .build();
        JsonObject output =
                new JsonBuilder().put("asset", asset.hex()).put("mediaType", "image/png").build();
        return new EntryDraft(
                EventType.OUTCOME,
                by,
                Optional.of(job),
                new JsonBuilder().put("run", run).put("output", output).build());
    }

    private static List<JsonString> filler(long number) {
        List<JsonString> words = new ArrayList<>();
        for (int i = 0; i < FILLER; i++) {
            words.add(new JsonString("setting %02d = %016x".formatted(i, number * 31 + i)));
        }
        return words;
    }
}
