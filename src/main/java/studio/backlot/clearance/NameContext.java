package studio.backlot.clearance;

import java.util.List;
import java.util.Set;

/// What must stand around a single word that is also an ordinary or a proper one, such as *Dawn* or
/// *Heat*, before it is taken for a listed name: words that speak of a person or of a work.
final class NameContext {
    private static final Set<String> TRADES =
            Set.of(
                    "actor",
                    "actress",
                    "singer",
                    "musician",
                    "rapper",
                    "performer",
                    "celebrity",
                    "supermodel",
                    "comedian",
                    "filmmaker",
                    "photographer",
                    "painter",
                    "illustrator",
                    "starring");

    private static final Set<String> OF_A_PERSON =
            Set.of(
                    "portrait",
                    "face",
                    "likeness",
                    "photo",
                    "photograph",
                    "headshot",
                    "lookalike",
                    "impersonator",
                    "replica",
                    "deepfake",
                    "voice",
                    "smile",
                    "eyes",
                    "style",
                    "manner");

    private static final Set<String> BY_A_PERSON =
            Set.of("played", "portrayed", "painted", "photographed", "directed", "drawn", "acted");

    private static final Set<String> LIKE_A_PERSON = Set.of("looks", "look", "looking", "dressed");

    private static final Set<String> RESEMBLING = Set.of("resembling", "resembles", "featuring");

    private static final Set<String> HELD_BY_A_PERSON =
            Set.of(
                    "face",
                    "likeness",
                    "smile",
                    "eyes",
                    "hair",
                    "portrait",
                    "look",
                    "voice",
                    "style");

    private static final Set<String> WORKS =
            Set.of(
                    "film",
                    "movie",
                    "series",
                    "show",
                    "sitcom",
                    "game",
                    "novel",
                    "anime",
                    "franchise");

    private static final Set<String> FROM_A_WORK =
            Set.of(
                    "still",
                    "scene",
                    "frame",
                    "shot",
                    "screenshot",
                    "character",
                    "poster",
                    "set",
                    "world");

    private static final Set<String> TIES = Set.of("from", "of", "in", "for");

    private NameContext() {}

    /// Whether the words around the signs from `from` up to `to` make them a listed name.
    static boolean speaksOf(ListedName.Kind kind, FoldedText text, int from, int to) {
        List<String> before = text.wordsBefore(from, 2);
        String last = before.isEmpty() ? "" : before.getLast();
        String lastButOne = before.size() < 2 ? "" : before.getFirst();
        return switch (kind) {
            case PERSON ->
                    TRADES.contains(last)
                            || (text.isCapital(from)
                                    && (leadsToAPerson(lastButOne, last) || isHeld(text, to)));
            case TITLE ->
                    text.isCapital(from)
                            && (WORKS.contains(last)
                                    || (FROM_A_WORK.contains(lastButOne) && TIES.contains(last)));
        };
    }

    private static boolean leadsToAPerson(String lastButOne, String last) {
        return RESEMBLING.contains(last)
                || (last.equals("of") && OF_A_PERSON.contains(lastButOne))
                || (last.equals("by") && BY_A_PERSON.contains(lastButOne))
                || ((last.equals("like") || last.equals("as"))
                        && LIKE_A_PERSON.contains(lastButOne));
    }

    /// `Dawn's face`.
    private static boolean isHeld(FoldedText text, int to) {
        List<String> after = text.wordsFrom(to, 2);
        return after.size() == 2
                && after.getFirst().equals("s")
                && HELD_BY_A_PERSON.contains(after.getLast());
    }
}
