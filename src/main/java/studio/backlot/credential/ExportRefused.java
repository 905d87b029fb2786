package studio.backlot.credential;

/// A file was not written because the ledger does not stand behind it; the message says what is
/// missing.
public final class ExportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExportRefused(String message) {
        super(message);
    }
}
