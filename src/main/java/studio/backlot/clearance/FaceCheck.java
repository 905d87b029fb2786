package studio.backlot.clearance;

import java.util.Locale;

/// When pictures are looked through for faces.
public enum FaceCheck {
    NEVER,
    /// When work is handed in.
    SUBMIT,
    /// When a picture comes in or is made, and when work is handed in.
    GENERATION;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
