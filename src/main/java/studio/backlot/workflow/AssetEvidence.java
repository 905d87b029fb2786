package studio.backlot.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;

/// All that somebody looks at who decides about an asset: the facts of its slip, what was asked,
/// what happened to it, and the other versions of its slot, oldest first.
///
/// `handed` is the handing in that holds, `before` the version to compare with: the latest approved
/// one before this, else the one right before it; `useCase` the one that it was made under or that
/// holds where it belongs.
public record AssetEvidence(
        RecordFacts facts,
        Optional<Handed> handed,
        List<Question> questions,
        List<Happened> history,
        Optional<Version> before,
        Optional<UseCaseSheet> useCase) {
    public AssetEvidence {
        questions = List.copyOf(questions);
        history = List.copyOf(history);
    }

    /// For which use it was handed in last, and how it stands for that.
    public record Handed(
            UseLabel use, long version, ReviewState state, boolean isChangedSinceApproved) {}

    /// What a rule left open, and the answer where somebody gave one.
    public record Question(String rule, String words, Optional<String> answer) {}

    /// One thing that happened to it; `words` are those of the person, where they can be read here.
    public record Happened(
            Kind kind,
            Instant time,
            String by,
            Optional<UseLabel> use,
            Optional<ReviewState> decision,
            Optional<String> words) {}

    /// What kind of thing happened.
    public enum Kind {
        MADE,
        HANDED_IN,
        DECIDED
    }

    /// Another version of the slot; `approved` is the use it is approved for.
    public record Version(
            ContentHash asset, long number, Optional<UseLabel> approved, Optional<Instant> when) {}

    /// The questions that nobody has answered.
    public List<Question> open() {
        return questions.stream().filter(question -> question.answer().isEmpty()).toList();
    }
}
