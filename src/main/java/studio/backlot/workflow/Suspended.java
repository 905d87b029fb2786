package studio.backlot.workflow;

/// The run was stopped between two steps, or before or after them, to go on later; its intent has
/// no outcome yet.
final class Suspended extends RuntimeException {
    private static final long serialVersionUID = 1;

    Suspended() {
        super("the run rests");
    }
}
