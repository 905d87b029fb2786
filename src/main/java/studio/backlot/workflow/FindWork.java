package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.clearance.Approver;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.Work;
import studio.backlot.handover.ImportRecord;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

/// Finds the run that made an asset, here or on another machine, and who made it.
public final class FindWork {
    private final OpenProduction production;

    public FindWork(OpenProduction production) {
        this.production = production;
    }

    /// The outcome of that record's number, or the one that made the asset whose hash begins so;
    /// throws [EntryUnknown] with what to write. The outcome of an asset that came in a package has
    /// its index in the other machine's ledger.
    public LedgerEntry outcome(String numberOrAsset) {
        Register register = production.register();
        List<ContentHash> submitted =
                numberOrAsset.length() < 8
                        ? List.of()
                        : register.submissions().assets(numberOrAsset);
        Optional<LedgerEntry> imported =
                submitted.size() == 1
                        ? register.submissions().importedOutcome(submitted.getFirst())
                        : Optional.empty();
        return imported.orElseGet(() -> local(numberOrAsset));
    }

    /// The asset that these words name; throws [EntryUnknown] with what to write.
    public ContentHash asset(String numberOrAsset) {
        return assetOf(outcome(numberOrAsset)).orElseThrow();
    }

    private LedgerEntry local(String numberOrAsset) {
        LedgerEntry entry = new FindEntry(production).of(numberOrAsset);
        if (assetOf(entry).isEmpty()) {
            throw new EntryUnknown(
                    "record "
                            + entry.index()
                            + " has no picture: it records "
                            + entry.event().wireName()
                            + "; give the number of a plate's outcome, or the plate's hash");
        }
        return entry;
    }

    /// The asset that an outcome records, if it does.
    static Optional<ContentHash> assetOf(LedgerEntry outcome) {
        return outcome.assertions()
                .object("output")
                .flatMap(output -> output.text("asset"))
                .filter(ContentHash::isHex)
                .map(ContentHash::new);
    }

    /// The intent of an outcome that stands in this ledger.
    Optional<LedgerEntry> intentOf(LedgerEntry outcome) {
        return outcome.production().equals(production.ledger().production())
                ? intentNumber(outcome).flatMap(production.ledger()::entry)
                : Optional.empty();
    }

    /// The intent of an outcome, of this ledger or as a package showed it.
    Optional<LedgerEntry> knownIntentOf(LedgerEntry outcome) {
        return outcome.production().equals(production.ledger().production())
                ? intentOf(outcome)
                : intentNumber(outcome).flatMap(number -> imported(outcome.production(), number));
    }

    private static Optional<Long> intentNumber(LedgerEntry outcome) {
        return outcome.assertions()
                .object("run")
                .flatMap(run -> run.number("intent"))
                .map(JsonNumber::asLong);
    }

    private Optional<LedgerEntry> imported(UUID origin, long index) {
        List<LedgerEntry> found = new ArrayList<>();
        var records = new ImportedRecords(production.assets());
        EachEntry.inRegister(
                production.ledger(),
                0,
                entry -> {
                    if (ImportRecord.isIn(entry)
                            && ImportRecord.of(entry).origin().production().equals(origin)) {
                        records.of(entry).stream()
                                .map(KnownEntry::entry)
                                .filter(known -> known.index() == index)
                                .forEach(found::add);
                    }
                });
        return found.stream().findFirst();
    }

    /// Who made what an entry records, as the production knows them.
    Work work(LedgerEntry entry) {
        return persons()
                .maker(entry)
                .map(standing -> new Work(Set.of(standing.person().id()), Set.of()))
                .orElseGet(() -> new Work(Set.of(), Set.of(entry.person().name())));
    }

    /// Throws [ActRefused] unless this person may read the words of a run: until it is handed in,
    /// its maker alone.
    public void requireReadable(LedgerEntry outcome, Maker reader) {
        boolean isSubmitted =
                assetOf(outcome)
                        .filter(production.register().submissions()::isSubmitted)
                        .isPresent();
        if (!isSubmitted && !work(outcome).isBy(approver(reader))) {
            throw SealedDrafts.refusal(outcome);
        }
    }

    /// A person as who decides or looks on: enrolled, or only a name.
    Approver approver(Maker person) {
        return Approver.of(persons(), person)
                .orElseGet(() ->
                        new Approver(new UUID(0, 0), person.name(), Set.of(person.role()), false));
    }

    private EnrolledPersons persons() {
        return production.register().persons();
    }

    /// The slot that the asset was handed in for last, else the one it is assigned to.
    Optional<UUID> slotOf(ContentHash asset) {
        Register register = production.register();
        return register.submissions().ofAsset(asset).reversed().stream()
                .flatMap(submission -> submission.item(asset).stream())
                .map(Submission.Item::slot)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> register.showTree().assignment(asset).flatMap(ShowTree.Assignment::slot));
    }

    /// The use case that a run named in its intent, else the one that its place in the show
    /// inherits.
    Optional<UseCase> useCase(Optional<LedgerEntry> intent, Optional<UUID> slot) {
        Register register = production.register();
        return intent.flatMap(entry -> entry.assertions().object("useCase"))
                .flatMap(named -> named.text("id"))
                .flatMap(FindWork::id)
                .flatMap(register.useCases()::find)
                .or(() -> register.useCases().forNode(path(slot)));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException ofTheVerifier) {
            return Optional.empty();
        }
    }

    /// The nodes from the top of the show down to a slot, none without one.
    List<UUID> path(Optional<UUID> slot) {
        return slot.map(id -> production.register().showTree().path(id)).orElse(List.of()).stream()
                .map(ShowNode::id)
                .toList();
    }
}
