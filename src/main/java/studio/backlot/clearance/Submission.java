package studio.backlot.clearance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.provenance.PayloadReference;

/// One handing in: a maker gives these assets to these persons for this use.
///
/// `to` are names as credited.
public record Submission(
        UUID id,
        Recorded recorded,
        UseLabel use,
        Set<String> to,
        List<Item> items,
        List<Answered> answers,
        Optional<PayloadReference> note) {
    public Submission {
        to = Set.copyOf(to);
        items = List.copyOf(items);
        answers = List.copyOf(answers);
    }

    /// One asset handed in: the run that made it, as the index of its outcome in the ledger of a
    /// production, and the version it is of its slot. Without a slot every asset is a first
    /// version.
    public record Item(
            ContentHash asset, UUID production, long outcome, long version, Optional<UUID> slot) {}

    /// What was answered to the question of a rule. `holdsFor` is a node of the show tree or a use
    /// case, whose assets need not be asked again; none means the assets handed in with it.
    public record Answered(String rule, Optional<UUID> holdsFor, PayloadReference words) {}

    /// This asset as it was handed in, if it was.
    public Optional<Item> item(ContentHash asset) {
        return items.stream().filter(item -> item.asset().equals(asset)).findFirst();
    }
}
