package studio.backlot.workflow;

/// The words of a run were erased before it was done, so nothing of it was kept.
final class WordsErased extends RuntimeException {
    private static final long serialVersionUID = 1;

    WordsErased() {
        super("the words of this plate were erased");
    }
}
