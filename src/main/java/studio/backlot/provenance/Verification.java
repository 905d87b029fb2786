package studio.backlot.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import studio.backlot.base.Beside;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;

/// One run of the [LedgerVerifier].
final class Verification {
    private static final String STAGE = "verify";
    private static final String LEDGER = "ledger.sqlite";

    private final VerificationRequest request;
    private final EntryWitness witness;
    private final Executor reading;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Findings findings = new Findings();
    private final RunCheck runs = new RunCheck(findings);
    private final PayloadCheck payloads = new PayloadCheck(findings);
    private final AssetCheck assets = new AssetCheck(findings);
    private final ModelFileCheck models;
    private final SignerCheck signer;
    private final PersonCheck persons;
    private final OutsideCheck outside;

    Verification(
            VerificationRequest request,
            EntryWitness witness,
            Executor reading,
            Progress progress,
            Cancellation cancellation) {
        this.request = request;
        this.witness = witness;
        this.reading = reading;
        this.progress = progress;
        this.cancellation = cancellation;
        models = new ModelFileCheck(findings, request.modelRoots());
        signer = new SignerCheck(findings, request.key());
        persons = new PersonCheck(findings, request.isOfAllSignatures());
        outside = new OutsideCheck(findings, request.outside());
    }

    VerificationReport run() {
        RawLedger ledger = request.ledger();
        Beside<List<ValidationStatus>> structure = Beside.start(reading, ledger::structure);
        Beside<List<ValidationStatus>> payloadStructure =
                Beside.start(reading, request.payloads()::structure);
        List<RawHead> heads = orNone(ledger::heads);
        List<RawCheckpoint> kept = orNone(ledger::checkpoints);
        List<Long> sizes = new ArrayList<>(outside.sizes());
        heads.forEach(head -> sizes.add(head.size()));
        kept.forEach(row -> sizes.add(row.size()));
        var tree = new RecomputedTree(sizes);
        var entries =
                new EntryCheck(
                        findings,
                        tree,
                        new EntryCheck.Followers(
                                signer, persons, runs, payloads, assets, models, witness));
        readEntries(entries, tree, heads.isEmpty() ? 0 : heads.getFirst().size());
        findings.addAll(orNone(structure::result));
        signer.finish();
        persons.finish();
        Optional<String> origin = entries.production().map(Checkpoint::originOf);
        var signed = new SignedNotes(findings, origin, signer.key());
        var head = new HeadCheck(findings, tree, signed);
        head.checkHeads(heads);
        head.checkKept(kept);
        outside.check(tree, signed);
        runs.finish();
        findings.addAll(witness.finish());
        readPayloads(payloadStructure);
        assets.finish(request.assets(), cancellation);
        models.finish(cancellation);
        return new VerificationReport(
                entries.production(),
                tree.size(),
                tree.root(),
                outside.finish(tree),
                payloads.counts(),
                assets.checked(),
                models.checked(),
                findings.all());
    }

    private <T> List<T> orNone(Supplier<List<T>> source) {
        try {
            return source.get();
        } catch (LedgerFailed e) {
            unreadable(LEDGER, e);
            return List.of();
        }
    }

    private void unreadable(String where, LedgerFailed e) {
        findings.finding("ledger.unreadable", where, String.valueOf(e.getMessage()));
    }

    private void readEntries(EntryCheck check, RecomputedTree tree, long claimed) {
        try (var rows = new ReadAhead<>(reading, request.ledger()::entries, RawEntry::index)) {
            for (List<RawEntry> batch = rows.next(); !batch.isEmpty(); batch = rows.next()) {
                cancellation.throwIfCancelled();
                batch.forEach(check::accept);
                progress.report(STAGE, tree.size(), Math.max(tree.size(), claimed));
            }
        } catch (LedgerFailed e) {
            unreadable(LEDGER, e);
        }
        if (tree.size() == 0) {
            findings.finding(
                    "entry.missing",
                    "entry 0",
                    "the ledger has no entries, not even that of its production");
        }
    }

    private void readPayloads(Beside<List<ValidationStatus>> structure) {
        try {
            findings.addAll(structure.result());
            payloads.beginRows();
            try (var rows =
                    new ReadAhead<>(reading, request.payloads()::payloads, RawPayload::id)) {
                for (List<RawPayload> batch = rows.next(); !batch.isEmpty(); batch = rows.next()) {
                    cancellation.throwIfCancelled();
                    batch.forEach(payloads::row);
                }
            }
            payloads.endRows();
        } catch (LedgerFailed e) {
            unreadable("payload.sqlite", e);
        }
    }
}
