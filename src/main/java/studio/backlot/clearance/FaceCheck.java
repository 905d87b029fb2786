package studio.backlot.clearance;

import java.util.Locale;

/// When pictures are looked through for faces.
public enum FaceCheck {
    NEVER,
    /// When work is handed in.
    SUBMIT,
    /// When a picture comes in or is made, and when work is handed in.
    GENERATION;

    /// The rule's name. What a finder sees is a hint, so the rule asks and never refuses.
    public static final String RULE = "faces";

    /// The label that lists the pictures that were looked through, and what was found.
    public static final String LABEL = "faces";

    /// What to ask about a picture in which so many faces were found.
    public static Decision found(int faces) {
        if (faces == 0) {
            return new Decision.Allowed(RULE);
        }
        return new Decision.Question(
                RULE,
                (faces == 1
                                ? "the picture seems to show a face; is it a real person's,"
                                : "the picture seems to show "
                                        + faces
                                        + " faces; is one a real person's,")
                        + " and who consented?");
    }

    /// What to ask about a picture that could not be looked through.
    public static Decision impossible(String why) {
        return new Decision.Question(
                RULE,
                "the picture was not looked through for faces ("
                        + why
                        + "); does it show a real person, and who consented?");
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
