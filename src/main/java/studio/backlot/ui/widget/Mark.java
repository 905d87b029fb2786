package studio.backlot.ui.widget;

/// The eleven marks of evidence: origins of what is seen, and where it stands. Each has its own
/// shape, so that none needs its colour to be told from another.
public enum Mark {
    MODEL("M8 1 15 8 8 15 1 8Z", "machine"),
    MODEL_EDITED("M8 1 15 8 8 15 1 8ZM8 3.4 3.4 8 8 12.6 12.6 8Z", "machine"),
    MODEL_REWRITE(
            "M8 1 15 8 8 15 1 8ZM8 3.4 3.4 8 8 12.6 12.6 8ZM8 5.2 10.8 8 8 10.8 5.2 8Z", "machine"),
    PASTED(
            "M7 10.4V9.6C7 7.6 9.6 7.3 9.6 5.6 9.6 4.6 8.9 4 8 4 7 4 6.3 4.6 6.2 5.7H4.3C4.4 3.6 5.9 2.2 8 2.2 10.1 2.2 11.6 3.5 11.6 5.5 11.6 8 8.9 8.2 8.9 9.8V10.4ZM7 12H9V14H7Z",
            "open"),
    IMPORTED("M7 1H9V11.2L12.6 7.6 14 9 8 15 2 9 3.4 7.6 7 11.2Z", "imported"),
    APPROVED("M6 12.6 1.6 8.2 3 6.8 6 9.8 13 2.8 14.4 4.2Z", "yes"),
    CHANGES(
            "M8 3C11.3 3 14 5.7 14 9 14 12.3 11.3 15 8 15 4.7 15 2 12.3 2 9H3.8C3.8 11.3 5.7 13.2 8 13.2 10.3 13.2 12.2 11.3 12.2 9 12.2 6.7 10.3 4.8 8 4.8 7 4.8 6.1 5.1 5.4 5.7L7.5 7.8H2V2.3L4.1 4.4C5.2 3.5 6.5 3 8 3Z",
            "open"),
    REJECTED(
            "M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8 14 12.6 12.6 14 8 9.4 3.4 14 2 12.6 6.6 8 2 3.4Z",
            "no"),
    IN_REVIEW("M8 1A7 7 0 0 1 8 15 7 7 0 0 1 8 1ZM8 2.6A5.4 5.4 0 0 1 8 13.4Z", "focus"),
    DRAFT(
            "M8 1A7 7 0 0 1 8 15 7 7 0 0 1 8 1ZM8 2.7A5.3 5.3 0 0 0 8 13.3 5.3 5.3 0 0 0 8 2.7Z",
            "quiet"),
    FLAGGED("M3 1H4.6V2H13L11 5.5 13 9H4.6V15H3Z", "flag");

    private final String outline;
    private final String tone;

    Mark(String outline, String tone) {
        this.outline = outline;
        this.tone = tone;
    }

    /// The outline on a square of 16 as an SVG path, filled by the even-odd rule.
    String outline() {
        return outline;
    }

    /// The token whose colour it has, such as `machine`.
    public String tone() {
        return tone;
    }
}
