package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;

/// Which records and files of a ledger go into a package.
///
/// Along with what was chosen always go the records that say who is who and how the show is
/// ordered, and the runs that made the chosen files. A run whose file was never handed in does not
/// go, whatever is chosen, and neither does a run that a rule refused.
final class PackageSelection {
    private static final int PAGE = 1_000;

    private final OpenProduction production;
    private final List<LedgerEntry> registered = new ArrayList<>();
    private final TreeMap<Long, LedgerEntry> entries = new TreeMap<>();
    private final Set<ContentHash> files = new TreeSet<>();

    PackageSelection(OpenProduction production) {
        this.production = production;
        EachEntry.inRegister(production.ledger(), 0, registered::add);
    }

    /// Chooses; throws [EntryUnknown] when there is nothing of the kind.
    PackageSelection choose(PackageChoice choice, Collection<String> recipients) {
        registered.stream().filter(PackageSelection::isGround).forEach(this::add);
        switch (choice) {
            case PackageChoice.Everything ignored -> {
                of(EventType.SUBMIT).forEach(this::addSubmission);
                addVerdicts(recipients);
                requireSomething("nothing was handed in here yet: use backlot submit");
            }
            case PackageChoice.Submission submission -> {
                of(EventType.SUBMIT).stream()
                        .filter(entry -> idOf(entry).equals(submission.id().toString()))
                        .forEach(this::addSubmission);
                requireSomething("there is no submission " + submission.id() + " in this ledger");
            }
            case PackageChoice.Assets assets -> assets.assets().forEach(this::addAsset);
            case PackageChoice.Verdicts ignored -> {
                addVerdicts(recipients);
                requireSomething(
                        "there is no verdict on anything that "
                                + String.join(" or ", recipients)
                                + " handed in");
            }
        }
        return this;
    }

    /// Records that hold no draft of anybody: they order the rest. A `policy` record with a
    /// decision tells of a run that was refused, and stays.
    private static boolean isGround(LedgerEntry entry) {
        return switch (entry.event()) {
            case PRODUCTION, PERSON, USE_CASE, SHOW_TREE, CONSENT, WITHDRAWAL, OVERRIDE -> true;
            case POLICY -> entry.assertions().get("decision").isEmpty();
            case REVIEW -> entry.assertions().get("useCase").isPresent();
            case INTENT,
                    OUTCOME,
                    IMPORT,
                    HUMAN_EDIT,
                    HANDOVER,
                    EXPORT,
                    REDACTION,
                    CHECKPOINT,
                    KEY_ROTATION,
                    SUBMIT ->
                    false;
        };
    }

    private static String idOf(LedgerEntry submit) {
        return submit.assertions().object("submit").flatMap(label -> label.text("id")).orElse("");
    }

    private List<LedgerEntry> of(EventType event) {
        return registered.stream().filter(entry -> entry.event() == event).toList();
    }

    private void add(LedgerEntry entry) {
        entries.put(entry.index(), entry);
    }

    private void addSubmission(LedgerEntry submit) {
        add(submit);
        assetsOf(submit).forEach(this::addFile);
    }

    private static Set<ContentHash> assetsOf(LedgerEntry entry) {
        return NamedPieces.in(entry.assertions()).assets();
    }

    private void addAsset(ContentHash asset) {
        List<LedgerEntry> submissions =
                of(EventType.SUBMIT).stream()
                        .filter(entry -> assetsOf(entry).contains(asset))
                        .toList();
        if (submissions.isEmpty()) {
            throw new EntryUnknown(
                    "the file "
                            + asset
                            + " was not handed in and stays its maker's: use backlot submit first");
        }
        submissions.forEach(this::add);
        addFile(asset);
    }

    /// A file, the run that made it, and what was decided about it here.
    private void addFile(ContentHash asset) {
        if (!files.add(asset)) {
            return;
        }
        new FindEntry(production)
                .ofAsset(asset)
                .ifPresent(outcome -> {
                    add(outcome);
                    RunEntries.intentOf(outcome.assertions())
                            .flatMap(production.ledger()::entry)
                            .ifPresent(this::add);
                });
        of(EventType.REVIEW).stream()
                .filter(review -> isAbout(review, Set.of(asset)))
                .forEach(this::add);
    }

    private static boolean isAbout(LedgerEntry review, Set<ContentHash> files) {
        return review.assertions()
                .object("verdict")
                .flatMap(verdict -> verdict.text("file"))
                .filter(ContentHash::isHex)
                .filter(hex -> files.contains(new ContentHash(hex)))
                .isPresent();
    }

    /// The verdicts of this ledger on what any of these persons handed in, here or by a package.
    private void addVerdicts(Collection<String> makers) {
        Set<ContentHash> theirs = new HashSet<>();
        of(EventType.SUBMIT).stream()
                .filter(entry -> makers.contains(entry.person().name()))
                .forEach(entry -> theirs.addAll(assetsOf(entry)));
        for (LedgerEntry entry : of(EventType.IMPORT)) {
            new ImportedRecords(production.assets())
                    .of(entry).stream()
                            .map(known -> known.entry())
                            .filter(known -> known.event() == EventType.SUBMIT)
                            .filter(known -> makers.contains(known.person().name()))
                            .forEach(known -> theirs.addAll(assetsOf(known)));
        }
        of(EventType.REVIEW).stream().filter(review -> isAbout(review, theirs)).forEach(this::add);
    }

    private void requireSomething(String orElse) {
        boolean isEmpty =
                entries.values().stream()
                        .noneMatch(entry ->
                                entry.event() == EventType.SUBMIT
                                        || entry.event() == EventType.REVIEW);
        if (isEmpty) {
            throw new EntryUnknown(orElse);
        }
    }

    /// The chosen records in the order of the ledger.
    List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// The chosen files in the order of their hashes.
    List<ContentHash> files() {
        return List.copyOf(files);
    }

    /// How many plates were made here and never handed in.
    long heldBack() {
        Set<ContentHash> handedIn = new HashSet<>();
        of(EventType.SUBMIT).forEach(entry -> handedIn.addAll(assetsOf(entry)));
        Set<ContentHash> kept = new LinkedHashSet<>();
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    if (entry.event() == EventType.OUTCOME) {
                        entry.assertions()
                                .object("output")
                                .flatMap(output -> output.text("asset"))
                                .filter(ContentHash::isHex)
                                .map(ContentHash::new)
                                .filter(asset -> !handedIn.contains(asset))
                                .ifPresent(kept::add);
                    }
                });
        return kept.size();
    }

    /// The sizes of this ledger under which packages went out before, ascending.
    List<Long> sizesHandedOver() {
        Set<Long> sizes = new TreeSet<>();
        for (LedgerEntry entry : of(EventType.HANDOVER)) {
            entry.assertions()
                    .object("handover")
                    .flatMap(label -> label.number("size"))
                    .map(JsonNumber::asLong)
                    .ifPresent(sizes::add);
        }
        return List.copyOf(sizes);
    }
}
