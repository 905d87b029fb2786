package studio.backlot.ui.shell;

import java.util.Locale;

/// The three places of the window.
public enum Room {
    ART,
    SCRIPT,
    REVIEW;

    /// The name in files and bundles, such as `art`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
