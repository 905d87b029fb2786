package studio.backlot.provenance;

/// One thing that verification found: a stable code, the place, and an explanation in words.
///
/// `where` names the item exactly, such as `entry 12`, `head`, `checkpoint 4096`, `payload 7`,
/// `asset 9f86…`, `ledger.sqlite`. Codes are the field's own words joined by dots, such as
/// `entry.notCanonical`.
public record ValidationStatus(Severity severity, String code, String where, String explanation) {
    /// How much a status matters.
    public enum Severity {
        /// Something was changed, removed, forged or lost.
        FINDING,
        /// Worth knowing, such as a span that no outside checkpoint covers.
        NOTE
    }

    public static ValidationStatus finding(String code, String where, String explanation) {
        return new ValidationStatus(Severity.FINDING, code, where, explanation);
    }

    public static ValidationStatus note(String code, String where, String explanation) {
        return new ValidationStatus(Severity.NOTE, code, where, explanation);
    }
}
