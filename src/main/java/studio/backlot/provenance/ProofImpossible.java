package studio.backlot.provenance;

/// A proof cannot be made from what is at hand, such as an index that lags behind the ledger; the
/// message says why.
public final class ProofImpossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProofImpossible(String message) {
        super(message);
    }
}
