package studio.backlot.ui.shell;

import java.util.Locale;

/// Names of shows as folders may be called on every system.
final class FolderNames {
    private FolderNames() {}

    /// Letters and digits of any script, lower-case, with hyphens for spaces; never empty.
    static String of(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} _-]", "").strip();
        return plain.isEmpty() ? "show" : plain.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }
}
