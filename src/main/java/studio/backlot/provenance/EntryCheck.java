package studio.backlot.provenance;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// Looks at each stored entry once, in order: its place, its form, and what it says of itself;
/// passes on what it names.
final class EntryCheck {
    private final Findings findings;
    private final RecomputedTree tree;
    private final SignerCheck signer;
    private final PersonCheck persons;
    private final RunCheck runs;
    private final PayloadCheck payloads;
    private final AssetCheck assets;
    private final ModelFileCheck models;
    private final EntryWitness witness;
    private final CanonicalEntryScanner scanner = new CanonicalEntryScanner();
    private long expected;
    private long latestMillis = Long.MIN_VALUE;
    private Optional<UUID> production = Optional.empty();

    /// The checks that go on with what entries name.
    record Followers(
            SignerCheck signer,
            PersonCheck persons,
            RunCheck runs,
            PayloadCheck payloads,
            AssetCheck assets,
            ModelFileCheck models,
            EntryWitness witness) {}

    EntryCheck(Findings findings, RecomputedTree tree, Followers followers) {
        this.findings = findings;
        this.tree = tree;
        signer = followers.signer();
        persons = followers.persons();
        runs = followers.runs();
        payloads = followers.payloads();
        assets = followers.assets();
        models = followers.models();
        witness = followers.witness();
    }

    void accept(RawEntry row) {
        checkPlace(row.index());
        byte[] leaf = tree.append(row.body());
        String where = "entry " + row.index();
        if (!Arrays.equals(leaf, row.leaf())) {
            findings.finding(
                    "entry.changed",
                    where,
                    "its bytes do not have the leaf hash that is kept beside them: one of the two was changed");
        }
        if (!scanner.scan(row.body())) {
            findings.add(EntryForm.diagnose(where, row.body()));
            return;
        }
        if (production.isEmpty()) {
            production = Optional.of(new UUID(scanner.productionHigh, scanner.productionLow));
        }
        if (tree.size() == 1) {
            signer.acceptFirst(LedgerEntry.parse(row.body()));
        }
        if (!scanner.event.wireName().equals(row.event())) {
            findings.finding(
                    "entry.eventMismatch",
                    where,
                    "the event kept beside its bytes is \""
                            + row.event()
                            + "\", its bytes say "
                            + scanner.event.wireName());
        }
        checkItself(row.index(), where);
        persons.accept(scanner, row.body(), row.index());
        runs.accept(scanner, row.index());
        payloads.accept(scanner, row.body(), row.index());
        assets.accept(scanner, row.body(), row.index());
        models.accept(scanner.facts, row.index());
        if (scanner.event != EventType.INTENT
                && scanner.event != EventType.OUTCOME
                && scanner.event != EventType.EXPORT) {
            witness.accept(LedgerEntry.parse(row.body()));
        }
    }

    private void checkPlace(long index) {
        if (index < expected) {
            findings.finding(
                    "entry.unexpected", "entry " + index, "there is a row where no entry can be");
            return;
        }
        if (index > expected) {
            reportMissing(expected, index);
        }
        expected = index + 1;
    }

    private void reportMissing(long from, long to) {
        String where = to - from == 1 ? "entry " + from : "entries " + from + " to " + (to - 1);
        findings.finding("entry.missing", where, "removed: the next stored entry is " + to);
    }

    private void checkItself(long index, String where) {
        if (scanner.index != index) {
            findings.finding(
                    "entry.indexMismatch",
                    where,
                    "it says that it is entry "
                            + scanner.index
                            + ": entries were moved, exchanged or inserted");
        }
        UUID first = production.orElseThrow();
        if (scanner.productionHigh != first.getMostSignificantBits()
                || scanner.productionLow != first.getLeastSignificantBits()) {
            findings.finding(
                    "entry.productionMismatch",
                    where,
                    "it belongs to another production, "
                            + new UUID(scanner.productionHigh, scanner.productionLow));
        }
        if (scanner.event == EventType.PRODUCTION && tree.size() > 1) {
            findings.finding(
                    "entry.secondProduction",
                    where,
                    "only the first entry of a ledger records its production");
        }
        if (scanner.facts.isBroken()) {
            findings.finding(
                    "entry.referenceMalformed",
                    where,
                    "it names a payload or an asset in a form that cannot be read");
        }
        if (scanner.timeMillis < latestMillis) {
            findings.note(
                    "entry.timeBackwards",
                    where,
                    "it is older than the entry before it: the clock was set back");
        }
        latestMillis = Math.max(latestMillis, scanner.timeMillis);
        tree.lastWasMadeAt(scanner.timeMillis);
    }

    /// The production that the first readable entry names.
    Optional<UUID> production() {
        return production;
    }
}
