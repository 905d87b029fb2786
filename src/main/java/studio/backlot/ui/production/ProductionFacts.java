package studio.backlot.ui.production;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.PolicyDifference;
import studio.backlot.clearance.PolicyFinding;
import studio.backlot.clearance.PolicyHistory;
import studio.backlot.clearance.PolicyReading;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.UseCase;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.workflow.FollowPolicy;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.OpenedConsent;

/// What the page of a production shows, read in one go.
record ProductionFacts(
        List<EnrolledPersons.Standing> people,
        List<Place> places,
        List<DeclaredUse> useCases,
        Rules rules,
        List<OpenedConsent> consents,
        Anchors anchors) {

    /// A use case: its title, empty where it was erased or is sealed here; how it stands, and how
    /// many of its questions nobody has answered.
    record DeclaredUse(UUID id, String title, UseCase.Standing standing, int unanswered) {}

    /// One place in the show, by its whole path; `plates` are meant for it or handed in for it.
    record Place(NodeKind kind, String path, int depth, int plates) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /// The policy, none where the file cannot be used; its rules beside those of its preset; what
    /// keeps it from being used; and how it came into force.
    record Rules(
            Optional<Policy> policy,
            List<PolicyDifference> all,
            List<PolicyFinding> findings,
            Optional<PolicyHistory.Adopted> since) {
        /// How many rules are other than in the preset.
        long differences() {
            return all.stream().filter(PolicyDifference::isOther).count();
        }
    }

    /// Where checkpoints go outside and when the last one went; the log's key in words.
    record Anchors(
            Optional<Path> folder, Optional<Instant> last, long records, List<String> keyWords) {}

    /// Reads them; not for the window's thread.
    static ProductionFacts of(OpenProduction production) {
        return new ProductionFacts(
                production.register().persons().all(),
                places(production.register()),
                production.register().useCases().all().stream()
                        .map(one -> declared(production, one))
                        .toList(),
                rules(production),
                OpenedConsent.all(production),
                new Anchors(
                        production.anchorFolder(),
                        production.anchored(),
                        production.ledger().head().checkpoint().size(),
                        FingerprintWords.lines(production.logKey().key().fingerprint())));
    }

    private static List<Place> places(Register register) {
        List<Place> places = new ArrayList<>();
        addPlaces(register, Optional.empty(), "", places);
        return places;
    }

    private static void addPlaces(
            Register register, Optional<UUID> parent, String above, List<Place> places) {
        int depth = (int) above.chars().filter(one -> one == '/').count();
        for (ShowNode node : register.showTree().children(parent)) {
            String path = above + node.name();
            places.add(new Place(node.kind(), path, depth, plates(register, node)));
            addPlaces(register, Optional.of(node.id()), path + "/", places);
        }
    }

    private static int plates(Register register, ShowNode node) {
        Set<ContentHash> plates = new HashSet<>(register.showTree().assets(node.id()));
        register.submissions().versions(node.id()).forEach(item -> plates.add(item.asset()));
        return plates.size();
    }

    private static Rules rules(OpenProduction production) {
        Optional<PolicyHistory.Adopted> since = production.register().policies().latest();
        return switch (new FollowPolicy(production).reading()) {
            case PolicyReading.Read(Policy policy) ->
                    new Rules(Optional.of(policy), PolicyDifference.all(policy), List.of(), since);
            case PolicyReading.Unusable(List<PolicyFinding> findings) ->
                    new Rules(Optional.empty(), List.of(), findings, since);
        };
    }

    private static DeclaredUse declared(OpenProduction production, UseCase useCase) {
        String title =
                production.payloads().open(useCase.title()) instanceof PayloadContent.Open open
                        ? open.text()
                        : "";
        return new DeclaredUse(
                useCase.id(), title, useCase.standing(), useCase.unanswered().size());
    }
}
