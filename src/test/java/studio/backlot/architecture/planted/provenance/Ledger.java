package studio.backlot.architecture.planted.provenance;

/// Innocent: the port.
public interface Ledger {
    void append(String draft);

    default void appendTwice(String draft) {
        append(draft);
        append(draft);
    }
}
