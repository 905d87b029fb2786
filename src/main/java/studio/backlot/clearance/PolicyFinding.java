package studio.backlot.clearance;

/// One thing that keeps a policy file from being used: where, as a JSON pointer (RFC 6901; empty
/// for the whole file), and what, in words.
public record PolicyFinding(String where, String explanation) {
    /// One line for people.
    public String line() {
        return (where.isEmpty() ? "policy.json" : where) + ": " + explanation;
    }
}
