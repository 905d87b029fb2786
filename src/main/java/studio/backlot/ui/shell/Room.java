package studio.backlot.ui.shell;

import java.util.Locale;

/// The three places of the window.
public enum Room {
    ART("Alt+1"),
    SCRIPT("Alt+2"),
    REVIEW("Alt+3");

    private final String key;

    Room(String key) {
        this.key = key;
    }

    /// The key that goes there.
    String key() {
        return key;
    }

    /// The name in files and bundles, such as `art`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
