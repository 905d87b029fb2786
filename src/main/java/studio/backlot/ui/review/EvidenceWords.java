package studio.backlot.ui.review;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetEvidence;
import studio.backlot.workflow.RecordFacts;

/// The evidence in plain words: five lines at most, and a line for each thing that happened.
final class EvidenceWords {
    private final Words words;

    EvidenceWords(Words words) {
        this.words = words;
    }

    /// What somebody must know who decides, each line one sentence.
    List<String> summary(AssetEvidence evidence) {
        RecordFacts facts = evidence.facts();
        List<String> lines = new ArrayList<>();
        lines.add(
                words.get(
                        facts.from().isRemote() ? "summary.remote" : "summary.local",
                        facts.who().name()));
        lines.add(words.get("summary.inputs", facts.from().inputs(), facts.allowedBy().consents()));
        facts.madeWith().faces().ifPresent(found -> lines.add(words.get("summary.faces", found)));
        evidence.handed()
                .ifPresent(handed ->
                        lines.add(
                                words.get(
                                        handed.isChangedSinceApproved()
                                                ? "summary.changed"
                                                : "summary.wanted",
                                        words.get("use." + handed.use().wireName()),
                                        handed.version())));
        lines.add(
                words.get(
                        facts.who().isEnrolled() ? "summary.signed" : "summary.unsigned",
                        facts.who().name()));
        return lines;
    }

    /// How many questions are open, as a heading.
    String questions(AssetEvidence evidence) {
        int open = evidence.open().size();
        return open > 0
                ? words.get("questions.open", open)
                : words.get("questions.answered", evidence.questions().size());
    }

    /// What a rule asks, in words of ours where there are some.
    String question(AssetEvidence.Question question) {
        String key = "rule." + question.rule();
        return words.has(key) ? words.get(key) : words.get("rule.other", question.rule());
    }

    /// One thing that happened.
    String happened(AssetEvidence.Happened one) {
        String when = words.day(one.time()) + " " + words.time(one.time());
        String use = one.use().map(label -> words.get("use." + label.wireName())).orElse("");
        String line =
                switch (one.kind()) {
                    case MADE -> words.get("happened.made", when, one.by());
                    case HANDED_IN -> words.get("happened.handed", when, one.by(), use);
                    case DECIDED ->
                            words.get(
                                    "happened.decided",
                                    when,
                                    one.by(),
                                    use,
                                    one.decision()
                                            .map(state -> words.get("state." + state.wireName()))
                                            .orElse(""));
                };
        return one.words().map(said -> words.get("happened.words", line, said)).orElse(line);
    }
}
