package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backlot.clearance.NamePattern.Rules;
import studio.backlot.clearance.NamePattern.Spacing;

/// Finds listed names in a text however they are spelled, and leaves ordinary words alone.
///
/// A name of several words is found in any case, with or without accents, in look-alike letters and
/// digits, possessive, with marks, spaces or nothing between its words, its letters spread out or
/// broken by marks, turned round (*Doe, Jane*), mirrored, with its middle names left out, shortened
/// or others put in. A single word is found in the same way unless it is a word of English or a
/// name that many share: such a word, as *Dawn*, *River*, *Heath* or *Sierra*, stops only when the
/// words around it speak of a person or a work ([NameContext]). Names misspelled otherwise are not
/// found; list them as aliases.
public final class NameGate {
    /// Words that may stand between a first and a last name.
    private static final int MOST_BETWEEN = 2;

    private static final int MOST_SIGNS_BETWEEN = 60;

    private static final Rules AS_A_WORD = new Rules(Spacing.CLOSE, false, true);
    private static final Rules TURNED = new Rules(Spacing.CLOSE, true, true);

    private final LookAlikes lookAlikes = new LookAlikes();
    private final List<ListedWords> listed;
    private final EnglishWords english;

    public NameGate(List<ListedName> names, EnglishWords english) {
        this.english = english;
        this.listed =
                names.stream().map(name -> new ListedWords(name, lookAlikes, english)).toList();
    }

    /// The places of a text that spell a listed name, in order; of places that overlap and mean the
    /// same subject the longest one.
    public List<NameHit> hits(String text) {
        FoldedText folded = FoldedText.of(text, lookAlikes);
        List<NameHit> hits = new ArrayList<>();
        for (ListedWords name : listed) {
            find(name, folded, hits);
        }
        return longest(hits);
    }

    private void find(ListedWords name, FoldedText text, List<NameHit> hits) {
        for (int start = 0; start < text.length(); start++) {
            for (NamePattern pattern : name.forward()) {
                for (Rules rules : name.rules(pattern)) {
                    add(name, text, start, end(pattern, text, start, rules), hits);
                }
            }
            for (NamePattern pattern : name.backward()) {
                int from = start;
                add(
                        name,
                        text,
                        start,
                        end(pattern, text, start, TURNED)
                                .filter(end -> !name.isOrdinary() || isTurned(text, from, end)),
                        hits);
            }
            for (NamePattern pattern : name.mirrored()) {
                for (Rules rules : name.rulesMirrored(pattern)) {
                    add(name, text, start, end(pattern, text, start, rules), hits);
                }
            }
        }
        if (name.isPersonOfWords()) {
            addApart(name, text, hits);
        }
    }

    private Optional<Integer> end(NamePattern pattern, FoldedText text, int start, Rules rules) {
        return pattern.endFrom(text, start, rules).filter(end -> isNoOtherWord(text, end));
    }

    /// `Jane Does` is a name only with an apostrophe, since *does* is another word.
    private boolean isNoOtherWord(FoldedText text, int end) {
        if (!text.isLetter(end)) {
            return true;
        }
        int wordEnd = text.wordEnd(end);
        return !english.isOrdinary(text.plain(text.wordStart(end - 1), wordEnd))
                || (wordEnd < text.length() && "'’ʼ‘`´′".indexOf(text.character(wordEnd)) >= 0);
    }

    private void add(
            ListedWords name,
            FoldedText text,
            int start,
            Optional<Integer> found,
            List<NameHit> hits) {
        found.filter(end -> stops(name, text, start, end))
                .ifPresent(end -> hits.add(hit(name, text, start, end)));
    }

    private boolean stops(ListedWords name, FoldedText text, int start, int end) {
        boolean isOneWord = text.wordEnd(start) >= end;
        boolean isKnown = isOneWord && english.isKnown(text.plain(start, end));
        if (name.isSingleWord()) {
            return (!name.needsContext() && !isKnown)
                    || NameContext.speaksOf(name.listed().kind(), text, start, end);
        }
        return !isKnown && (!isOneWord || !name.isOrdinary() || isMarked(text, start, end));
    }

    /// Two ordinary words in one, as *roseland*, are a name when written as one: `RoseLand`,
    /// `@roseland`.
    private static boolean isMarked(FoldedText text, int start, int end) {
        for (int at = start + 1; at < end; at++) {
            if (text.isCapital(at) && !text.isCapital(at - 1)) {
                return true;
            }
        }
        return start > 0 && "@#".indexOf(text.character(start - 1)) >= 0;
    }

    private static NameHit hit(ListedWords name, FoldedText text, int start, int end) {
        return new NameHit(name.listed(), text.at(start).from(), text.at(end - 1).to());
    }

    /// `Rivers, Dawn`, both with capitals: what a name of ordinary words needs to be seen turned
    /// round.
    private static boolean isTurned(FoldedText text, int start, int end) {
        int gap = text.wordEnd(start);
        int next = gap;
        while (next < end && !text.isLetter(next)) {
            next++;
        }
        return text.isCapital(start)
                && text.isCapital(next)
                && gap < end
                && text.character(gap) == ',';
    }

    /// First and last name with something between them; an uncommon name also with anything
    /// between, in either order.
    private void addApart(ListedWords name, FoldedText text, List<NameHit> hits) {
        List<Place> firsts = words(name.first(), text);
        List<Place> lasts = firsts.isEmpty() ? List.of() : words(name.last(), text);
        if (lasts.isEmpty()) {
            return;
        }
        boolean isNear = false;
        for (Place first : firsts) {
            for (Place last : lasts) {
                if (mayLieBetween(name, text, first, last)) {
                    hits.add(hit(name, text, first.from(), last.to()));
                    isNear = true;
                }
            }
        }
        if (!isNear && name.isUncommon()) {
            Place first = firsts.getFirst();
            Place last = lasts.getFirst();
            hits.add(
                    hit(
                            name,
                            text,
                            Math.min(first.from(), last.from()),
                            Math.max(first.to(), last.to())));
        }
    }

    private List<Place> words(List<NamePattern> patterns, FoldedText text) {
        List<Place> found = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            for (NamePattern pattern : patterns) {
                int from = start;
                end(pattern, text, start, AS_A_WORD)
                        .ifPresent(end -> found.add(new Place(from, end)));
            }
        }
        return found;
    }

    private boolean mayLieBetween(ListedWords name, FoldedText text, Place first, Place last) {
        int apart = last.from() - first.to();
        if (apart < 0 || apart > MOST_SIGNS_BETWEEN) {
            return false;
        }
        int words = 0;
        boolean areInitials = true;
        boolean areCapital = text.isCapital(first.from()) && text.isCapital(last.from());
        for (int at = first.to(); at < last.from(); at++) {
            if (text.isLetter(at)) {
                int end = text.wordEnd(at);
                words++;
                areInitials &= end - at == 1;
                areCapital &= text.isCapital(at);
                at = end;
            }
        }
        return words <= MOST_BETWEEN
                && ((areInitials && !endsClause(text, first.to(), last.from(), words))
                        || (!name.isOrdinary()
                                && (!english.isOrdinary(name.lastWord()) || areCapital)));
    }

    /// `Dawn. Rivers` is the end of one thing and the beginning of another; `Dawn R. Rivers` is
    /// not.
    private static boolean endsClause(FoldedText text, int from, int to, int words) {
        for (int at = from; words == 0 && at < to; at++) {
            if (text.endsClause(at)) {
                return true;
            }
        }
        return false;
    }

    /// Some signs of a text.
    private record Place(int from, int to) {}

    private static List<NameHit> longest(List<NameHit> hits) {
        List<NameHit> kept = new ArrayList<>();
        hits.stream()
                .sorted(
                        Comparator.comparingInt((NameHit hit) -> hit.from() - hit.to())
                                .thenComparingInt(NameHit::from))
                .filter(hit ->
                        kept.stream()
                                .noneMatch(other ->
                                        other.listed().subject().equals(hit.listed().subject())
                                                && other.from() < hit.to()
                                                && hit.from() < other.to()))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(NameHit::from));
        return kept;
    }
}
