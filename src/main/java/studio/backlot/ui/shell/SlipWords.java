package studio.backlot.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.backlot.base.ContentHash;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.RecordFacts;

/// The lines of a [RecordSlip] in words, in their one order: what, who, made with, from, allowed
/// by, used for, record.
public final class SlipWords {
    private final Words words;

    public SlipWords(Locale locale) {
        words = Words.of("shell", locale);
    }

    /// A line's name, what it says, and what stands under it in small.
    public record Line(String id, String name, List<String> says, List<String> small) {
        public Line {
            says = List.copyOf(says);
            small = List.copyOf(small);
        }
    }

    /// All lines of an asset.
    public List<Line> lines(RecordFacts facts) {
        return List.of(
                what(facts.what()),
                who(facts.who()),
                madeWith(facts.madeWith()),
                from(facts.from()),
                allowedBy(facts.allowedBy()),
                usedFor(facts.usedFor()),
                record(facts.sealed()));
    }

    /// The slip as text, for a letter.
    public String text(RecordFacts facts) {
        var text = new StringBuilder();
        for (Line line : lines(facts)) {
            text.append(line.name()).append(": ").append(String.join("; ", line.says()));
            if (!line.small().isEmpty()) {
                text.append(" (").append(String.join("; ", line.small())).append(')');
            }
            text.append('\n');
        }
        return text.append(facts.what().asset().hex()).append('\n').toString();
    }

    private Line line(String id, List<String> says, List<String> small) {
        return new Line(id, words.get("slip." + id), says, small);
    }

    private Line what(RecordFacts.What what) {
        String size =
                words.get("slip.size", String.valueOf(what.width()), String.valueOf(what.height()));
        List<String> small = new ArrayList<>();
        if (!what.place().isEmpty()) {
            small.add(what.place());
        }
        small.add(shortened(what.asset()));
        return line(
                "what",
                List.of(
                        what.version()
                                .map(version -> words.get("slip.what.version", size, version))
                                .orElseGet(() -> words.get("slip.what.draft", size))),
                small);
    }

    private static String shortened(ContentHash hash) {
        String hex = hash.hex();
        return hex.substring(0, 4)
                + " "
                + hex.substring(4, 8)
                + " \u2026 "
                + hex.substring(hex.length() - 4);
    }

    private Line who(RecordFacts.Who who) {
        String key = who.isEnrolled() ? "own" : who.isSigned() ? "unknown" : "none";
        return line(
                "who",
                List.of(
                        words.get(
                                "slip.who.line",
                                who.name(),
                                words.get("role." + who.role().wireName()),
                                words.get("slip.key." + key))),
                List.of(words.day(who.time()) + " " + words.time(who.time())));
    }

    private Line madeWith(RecordFacts.MadeWith made) {
        List<String> says = new ArrayList<>();
        made.packs()
                .forEach(pack ->
                        says.add(
                                pack.licence().isEmpty()
                                        ? pack.name()
                                        : words.get("slip.pack", pack.name(), pack.licence())));
        if (made.steps().isPresent() && made.seed().isPresent()) {
            says.add(words.get("slip.steps", made.steps().get(), made.seed().get()));
        }
        List<String> small = new ArrayList<>();
        made.scheduler().ifPresent(small::add);
        made.prompt().ifPresent(prompt -> small.add(words.get("slip.prompt", prompt)));
        return line("made", says, small);
    }

    private Line from(RecordFacts.From from) {
        return line(
                "from",
                List.of(words.get("slip.inputs", from.inputs())),
                List.of(words.get(from.isRemote() ? "slip.remote" : "slip.here")));
    }

    private Line allowedBy(RecordFacts.AllowedBy allowed) {
        List<String> says = new ArrayList<>();
        says.add(
                allowed.standing()
                        .map(standing ->
                                words.get(
                                        "slip.useCase",
                                        allowed.useCase()
                                                .orElseGet(() -> words.get("slip.unreadable")),
                                        words.get("slip.standing." + standing.wireName())))
                        .orElseGet(() -> words.get("slip.noUseCase")));
        if (allowed.consents() > 0) {
            says.add(words.get("slip.consents", allowed.consents(), allowed.overrides()));
        }
        return line("allowed", says, List.of());
    }

    private Line usedFor(List<RecordFacts.Used> used) {
        List<String> says = new ArrayList<>();
        for (RecordFacts.Used one : used) {
            String use = words.get("use." + one.use().wireName());
            String state = words.get("state." + one.state().wireName());
            says.add(
                    one.by().isPresent() && one.when().isPresent()
                            ? words.get(
                                    "slip.used.by",
                                    use,
                                    state,
                                    one.by().get(),
                                    words.day(one.when().get()))
                            : words.get("slip.used.as", use, state));
        }
        return line("used", says.isEmpty() ? List.of(words.get("slip.unused")) : says, List.of());
    }

    private Line record(RecordFacts.Sealed sealed) {
        String number =
                sealed.isForeign()
                        ? words.get("slip.record.foreign", words.number(sealed.index()))
                        : words.get(
                                "slip.record.of",
                                words.number(sealed.index()),
                                words.number(sealed.size()));
        String anchored =
                sealed.anchored()
                        .map(when -> words.get("slip.anchored", words.day(when), words.time(when)))
                        .orElseGet(() -> words.get("slip.unanchored"));
        return line("record", List.of(number), List.of(anchored, shortened(sealed.leaf())));
    }
}
