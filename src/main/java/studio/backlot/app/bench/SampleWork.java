package studio.backlot.app.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.OpenProduction;

/// A show with years of work in it: runs that made a picture each, a tenth of them handed in.
public final class SampleWork {
    private static final int RUNS_AT_ONCE = 2_000;
    private static final int HANDED_IN_AT_ONCE = 100;

    private SampleWork() {}

    /// A picture of which there is only the hash.
    static ContentHash withoutFile(long number) {
        return ContentHash.of(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /// Appends about `entries` entries, half of them pictures; `picture` gives the one of a number,
    /// counted from 0.
    public static void fill(
            OpenProduction production,
            Signatory by,
            long entries,
            LongFunction<ContentHash> picture) {
        var sample = new SampleShow(by, by.maker().name());
        production.ledger().append(sample.tree());
        long size = production.ledger().head().checkpoint().size();
        long number = 0;
        while (size < entries) {
            List<EntryDraft> drafts = new ArrayList<>();
            List<ContentHash> made = new ArrayList<>();
            int runs = (int) Math.min(RUNS_AT_ONCE, (entries - size + 1) / 2);
            List<PayloadReference> prompts =
                    production
                            .payloads()
                            .putAll(
                                    LongStream.range(number, number + runs)
                                            .mapToObj(SampleRuns::prompt)
                                            .toList());
            for (int i = 0; i < runs; i++) {
                UUID job = UUID.randomUUID();
                ContentHash asset = picture.apply(number);
                drafts.add(SampleRuns.intent(job, number++, prompts.get(i), by));
                drafts.add(SampleRuns.success(job, size + 2L * i, asset, by));
                made.add(asset);
            }
            for (int i = 0; i + HANDED_IN_AT_ONCE <= runs / 10; i += HANDED_IN_AT_ONCE) {
                drafts.add(sample.submit(made.subList(i, i + HANDED_IN_AT_ONCE), size));
            }
            production.ledger().appendAll(drafts);
            size += drafts.size();
        }
    }
}
