package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a person chose for the window on this machine, and what it showed last.
///
/// The first of `recent` is the production that was open last. `language` is a tag such as `es`, or
/// empty for the system's.
public record Settings(Look look, Room room, List<RecentShow> recent, WindowPlace place) {
    private static final int MOST_RECENT = 12;

    public Settings {
        recent = List.copyOf(recent);
    }

    /// Whether the window is dark, light, or as the system is.
    public enum Theme {
        SYSTEM,
        DARK,
        LIGHT
    }

    /// How the window looks and speaks.
    public record Look(Theme theme, String language, boolean isMotionReduced, boolean isForPens) {
        public Look with(Theme newTheme) {
            return new Look(newTheme, language, isMotionReduced, isForPens);
        }

        public Look withLanguage(String newLanguage) {
            return new Look(theme, newLanguage, isMotionReduced, isForPens);
        }

        public Look withMotionReduced(boolean isReduced) {
            return new Look(theme, language, isReduced, isForPens);
        }

        public Look withPens(boolean isForPensNow) {
            return new Look(theme, language, isMotionReduced, isForPensNow);
        }
    }

    /// A production that was open here.
    public record RecentShow(Path folder, String name, Instant opened) {}

    /// The size of the window in pixels, and whether it fills the screen.
    public record WindowPlace(double width, double height, boolean isMaximized) {}

    /// Before anybody chose anything.
    public static Settings first() {
        return new Settings(
                new Look(Theme.SYSTEM, "", false, false),
                Room.ART,
                List.of(),
                new WindowPlace(1280, 800, false));
    }

    /// The same with this production as the one shown last.
    public Settings withShow(RecentShow opened) {
        List<RecentShow> shows = new ArrayList<>();
        shows.add(opened);
        recent.stream()
                .filter(one -> !one.folder().equals(opened.folder()))
                .limit(MOST_RECENT - 1)
                .forEach(shows::add);
        return new Settings(look, room, shows, place);
    }

    public Settings with(Look newLook) {
        return new Settings(newLook, room, recent, place);
    }

    public Settings with(Room newRoom) {
        return new Settings(look, newRoom, recent, place);
    }

    public Settings with(WindowPlace newPlace) {
        return new Settings(look, room, recent, newPlace);
    }
}
