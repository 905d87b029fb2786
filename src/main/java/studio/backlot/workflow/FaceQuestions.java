package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.FaceCheck;
import studio.backlot.clearance.Policy;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.PngReader;

/// Asks at Submit about the faces in the pictures that are handed in: each picture once.
///
/// A picture that was looked through when it was made is not looked through again.
final class FaceQuestions implements AutoCloseable {
    private final OpenProduction production;
    private final Policy policy;
    private final FindFaces faces;
    private final Map<ContentHash, Optional<OpenQuestion>> asked = new HashMap<>();
    private final List<JsonObject> looks = new ArrayList<>();

    /// `policy` is the one in force.
    FaceQuestions(OpenProduction production, Policy policy, FaceFinderSource finder) {
        this.production = production;
        this.policy = policy;
        this.faces = new FindFaces(finder);
    }

    /// What there is to ask about the picture of this outcome beyond what its run left open.
    Optional<OpenQuestion> about(LedgerEntry outcome) {
        return FindWork.assetOf(outcome)
                .flatMap(asset -> asked.computeIfAbsent(asset, one -> ask(one, outcome)));
    }

    private Optional<OpenQuestion> ask(ContentHash asset, LedgerEntry outcome) {
        Optional<JsonObject> before = lookOf(outcome);
        if (before.isPresent()) {
            looks.add(before.get());
            return Optional.empty();
        }
        if (policy.faces() == FaceCheck.NEVER
                || pixelsOf(outcome).isEmpty()
                || isAnswered(outcome)) {
            return Optional.empty();
        }
        FindFaces.Look look =
                faces.in(
                        PngReader.read(production.assets().read(asset)).plate(),
                        new Cancellation());
        looks.add(look.toJson());
        return look.decision() instanceof Decision.Question question
                ? Optional.of(new OpenQuestion(asset, question.rule(), question.explanation()))
                : Optional.empty();
    }

    /// What was found when the picture was made.
    private static Optional<JsonObject> lookOf(LedgerEntry outcome) {
        return outcome.assertions().array(FaceCheck.LABEL).stream()
                .flatMap(List::stream)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .findFirst();
    }

    /// Whether somebody answered for the faces in the picture of this outcome, in whatever file it
    /// was then.
    boolean isAnswered(LedgerEntry outcome) {
        return pixelsOf(outcome)
                .filter(pixels -> production.register().faceAnswers().covers(pixels))
                .isPresent();
    }

    private static Optional<ContentHash> pixelsOf(LedgerEntry outcome) {
        return outcome.assertions()
                .object("output")
                .flatMap(output -> output.text("pixels"))
                .filter(ContentHash::isHex)
                .map(ContentHash::new);
    }

    /// The pictures asked about so far, and what was found in them.
    List<JsonObject> looks() {
        return List.copyOf(looks);
    }

    @Override
    public void close() {
        faces.close();
    }
}
