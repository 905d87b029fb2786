package studio.backlot.cli;

/// Words on the command line that do not fit together; the message says which and what to write
/// instead.
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUse(String message) {
        super(message);
    }
}
