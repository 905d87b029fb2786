package studio.backlot.ui.production;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.PolicyDifference;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.ShowTree;
import studio.backlot.clearance.UseCase;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.OpenedConsent;

/// What the page of a production shows, read in one go.
///
/// `keyWords` is the fingerprint of the log's key in words, to compare with others.
record ProductionFacts(
        List<EnrolledPersons.Standing> people,
        List<Place> places,
        List<DeclaredUse> useCases,
        Rules rules,
        List<OpenedConsent> consents,
        Anchors anchors) {

    /// A use case: its title, empty where it was erased or is sealed here; how it stands, and how
    /// many of its questions nobody has answered.
    record DeclaredUse(String title, UseCase.Standing standing, int unanswered) {}

    /// One place in the show, by its whole path.
    record Place(NodeKind kind, String path) {}

    /// The preset it began with, and how the policy differs from it by now.
    record Rules(PolicyPreset preset, List<PolicyDifference> differences) {}

    /// Where checkpoints go outside and when the last one went; the log's key in words.
    record Anchors(Optional<Path> folder, Optional<Instant> last, List<String> keyWords) {}

    /// Reads them; not for the window's thread.
    static ProductionFacts of(OpenProduction production) {
        ShowTree tree = production.register().showTree();
        List<Place> places =
                tree.all().stream()
                        .map(node -> new Place(node.kind(), tree.words(node.id())))
                        .sorted(Comparator.comparing(Place::path))
                        .toList();
        return new ProductionFacts(
                production.register().persons().all(),
                places,
                production.register().useCases().all().stream()
                        .map(one -> declared(production, one))
                        .toList(),
                new Rules(production.preset(), PolicyDifference.of(production.policy())),
                OpenedConsent.all(production),
                new Anchors(
                        production.anchorFolder(),
                        production.anchored(),
                        FingerprintWords.lines(production.logKey().key().fingerprint())));
    }

    private static DeclaredUse declared(OpenProduction production, UseCase useCase) {
        String title =
                production.payloads().open(useCase.title()) instanceof PayloadContent.Open open
                        ? open.text()
                        : "";
        return new DeclaredUse(title, useCase.standing(), useCase.unanswered().size());
    }
}
