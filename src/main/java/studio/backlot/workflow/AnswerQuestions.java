package studio.backlot.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Submission;
import studio.backlot.provenance.Signatory;

/// Answers the questions that are still open about an asset that was handed in: it is handed in
/// again, the same file for the same use to the same persons, with the answers.
public final class AnswerQuestions {
    private final OpenProduction production;
    private final Supplier<UUID> ids;
    private final FaceFinderSource faceFinder;

    public AnswerQuestions(
            OpenProduction production, Supplier<UUID> ids, FaceFinderSource faceFinder) {
        this.production = production;
        this.ids = ids;
        this.faceFinder = faceFinder;
    }

    /// Records the answers, by rule. Throws [QuestionsOpen] while others are open, and
    /// [EntryUnknown] for an asset that nobody has handed in.
    public Submission run(ContentHash asset, Map<String, String> answers, Signatory by) {
        List<Submission> handed = production.register().submissions().ofAsset(asset);
        if (handed.isEmpty()) {
            throw new EntryUnknown(
                    "this plate is a draft: its questions are answered when it is handed in");
        }
        Submission last = handed.getLast();
        Optional<String> slot =
                last.item(asset)
                        .flatMap(Submission.Item::slot)
                        .map(production.register().showTree()::words)
                        .filter(path -> !path.isEmpty());
        return new SubmitWork(production, ids, faceFinder)
                .run(
                        new SubmitWork.SubmitOrder(
                                List.of(asset.hex()),
                                Set.copyOf(last.to()),
                                last.use(),
                                slot,
                                answers,
                                Optional.empty(),
                                Optional.empty(),
                                by));
    }
}
