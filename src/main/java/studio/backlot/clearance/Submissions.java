package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// What was handed in, as the `submit` entries say: to whom, for which use, in which version, and
/// what was answered.
public final class Submissions {
    private final Map<UUID, Submission> submissions = new LinkedHashMap<>();
    private final Map<ContentHash, List<Submission>> ofAsset = new HashMap<>();
    private final Map<UUID, List<Submission.Item>> ofSlot = new HashMap<>();
    private final Map<ContentHash, LedgerEntry> importedOutcomes = new HashMap<>();

    /// Takes up an entry. Answers why it does not count, or nothing when it does or says nothing of
    /// submissions; the same one again changes nothing.
    public Optional<String> accept(KnownEntry known) {
        LedgerEntry entry = known.entry();
        if (entry.event() == EventType.OUTCOME && known.source() instanceof Source.Imported) {
            outputOf(entry).ifPresent(asset -> importedOutcomes.putIfAbsent(asset, entry));
        }
        if (entry.event() != EventType.SUBMIT) {
            return Optional.empty();
        }
        try {
            return add(parse(known));
        } catch (MalformedEntry e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<ContentHash> outputOf(LedgerEntry outcome) {
        return outcome.assertions()
                .object("output")
                .flatMap(output -> output.text("asset"))
                .filter(ContentHash::isHex)
                .map(ContentHash::new);
    }

    private Optional<String> add(Submission submission) {
        Optional<Submission> before = of(submission.id());
        if (before.isPresent()) {
            return before.get().equals(submission)
                    ? Optional.empty()
                    : Optional.of("the submission " + submission.id() + " is there already");
        }
        submissions.put(submission.id(), submission);
        for (Submission.Item item : submission.items()) {
            ofAsset.computeIfAbsent(item.asset(), asset -> new ArrayList<>()).add(submission);
            item.slot()
                    .ifPresent(slot ->
                            ofSlot.computeIfAbsent(slot, id -> new ArrayList<>()).add(item));
        }
        return Optional.empty();
    }

    private static Submission parse(KnownEntry known) {
        LedgerEntry entry = known.entry();
        Members label = Members.ofLabel(known, "submit");
        List<Submission.Item> items =
                label.each("assets").stream().map(item -> item(entry.production(), item)).toList();
        if (items.isEmpty()) {
            throw new MalformedEntry("it hands in nothing");
        }
        return new Submission(
                label.id("id"),
                Recorded.of(entry),
                label.use("use"),
                names(label),
                items,
                new Members(entry.assertions())
                        .each("answers").stream().map(Submissions::answered).toList(),
                label.payload("note"));
    }

    private static Submission.Item item(UUID here, Members item) {
        return new Submission.Item(
                item.hash("asset"),
                item.optionalId("production").orElse(here),
                item.count("outcome"),
                item.count("version"),
                item.optionalId("slot"));
    }

    private static Submission.Answered answered(Members answer) {
        PayloadReference words =
                answer.payload("words")
                        .orElseThrow(() -> new MalformedEntry("an answer has no words"));
        return new Submission.Answered(answer.text("rule"), answer.optionalId("holdsFor"), words);
    }

    private static Set<String> names(Members label) {
        Set<String> names = new LinkedHashSet<>();
        label.object()
                .array("to")
                .orElse(List.of())
                .forEach(name -> {
                    if (!(name instanceof JsonString text)) {
                        throw new MalformedEntry("it is addressed to something that is no name");
                    }
                    names.add(text.value());
                });
        return names;
    }

    /// All submissions, in the order they became known.
    public List<Submission> all() {
        return List.copyOf(submissions.values());
    }

    public Optional<Submission> of(UUID id) {
        return Optional.ofNullable(submissions.get(id));
    }

    /// The submissions that handed this asset in.
    public List<Submission> ofAsset(ContentHash asset) {
        return List.copyOf(ofAsset.getOrDefault(asset, List.of()));
    }

    /// Whether the asset was ever handed in; before that it is its maker's draft.
    public boolean isSubmitted(ContentHash asset) {
        return ofAsset.containsKey(asset);
    }

    /// The assets that were handed in and whose hash begins so.
    public List<ContentHash> assets(String prefix) {
        return ofAsset.keySet().stream()
                .filter(asset -> asset.hex().startsWith(prefix))
                .sorted()
                .toList();
    }

    /// The versions of a slot, each asset once, in the order they became known.
    public List<Submission.Item> versions(UUID slot) {
        Map<ContentHash, Submission.Item> versions = new LinkedHashMap<>();
        ofSlot.getOrDefault(slot, List.of())
                .forEach(item -> versions.putIfAbsent(item.asset(), item));
        return List.copyOf(versions.values());
    }

    /// The version that the asset is, or would be if it were handed in for the slot now: each new
    /// asset that is handed in for a slot counts one up.
    public long version(ContentHash asset, Optional<UUID> slot) {
        List<Submission.Item> versions = slot.map(this::versions).orElse(List.of());
        return versions.stream()
                .filter(item -> item.asset().equals(asset))
                .map(Submission.Item::version)
                .findFirst()
                .orElseGet(() ->
                        versions.stream().mapToLong(Submission.Item::version).max().orElse(0) + 1);
    }

    /// The latest answer to the question of a rule about this asset: one given for the asset
    /// itself, else one that holds for the first of these scopes that has one. `scopes`: the nodes
    /// of the show tree from the slot upwards, then the use case.
    public Optional<Submission.Answered> answer(String rule, ContentHash asset, List<UUID> scopes) {
        Optional<Submission.Answered> own = last(ofAsset(asset), rule, Optional.empty());
        for (int i = 0; own.isEmpty() && i < scopes.size(); i++) {
            own = last(all(), rule, Optional.of(scopes.get(i)));
        }
        return own;
    }

    private static Optional<Submission.Answered> last(
            List<Submission> submissions, String rule, Optional<UUID> holdsFor) {
        return submissions.stream()
                .flatMap(submission -> submission.answers().stream())
                .filter(answer -> answer.rule().equals(rule) && answer.holdsFor().equals(holdsFor))
                .reduce((earlier, later) -> later);
    }

    /// The outcome that made an asset which came from another machine.
    public Optional<LedgerEntry> importedOutcome(ContentHash asset) {
        return Optional.ofNullable(importedOutcomes.get(asset));
    }
}
