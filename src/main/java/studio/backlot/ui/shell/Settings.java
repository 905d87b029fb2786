package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// What a person chose for the window on this machine, and what it showed last.
///
/// The first of `recent` is the production that was open last. `language` is a tag such as `es`, or
/// empty for the system's.
public record Settings(
        Look look, Room room, List<RecentShow> recent, WindowPlace place, Habits habits) {
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

    /// A production that was open here: its newest plate and how much waited for whoever had it
    /// open, as of then.
    public record RecentShow(
            Path folder, String name, Instant opened, Optional<ContentHash> cover, long waits) {
        /// One that nobody has looked at yet.
        public RecentShow(Path folder, String name, Instant opened) {
            this(folder, name, opened, Optional.empty(), 0);
        }
    }

    /// The size of the window in pixels, and whether it fills the screen.
    public record WindowPlace(double width, double height, boolean isMaximized) {}

    /// What a person has made their own.
    ///
    /// @param keys the keys of commands by their ids, where they are not the program's own; empty
    ///   for a command without a key
    /// @param shows where new shows are made; empty for the program's own place
    /// @param creditedAs the name that work is credited to; empty for the name of this account
    public record Habits(
            Map<String, String> keys, Optional<Path> shows, Optional<String> creditedAs) {
        public Habits {
            keys = Map.copyOf(keys);
        }

        public Habits withKeys(Map<String, String> newKeys) {
            return new Habits(newKeys, shows, creditedAs);
        }

        public Habits withShows(Path folder) {
            return new Habits(keys, Optional.of(folder), creditedAs);
        }

        public Habits withCreditedAs(Optional<String> name) {
            return new Habits(keys, shows, name);
        }
    }

    /// Before anybody chose anything.
    public static Settings first() {
        return new Settings(
                new Look(Theme.SYSTEM, "", false, false),
                Room.ART,
                List.of(),
                new WindowPlace(1280, 800, false),
                new Habits(Map.of(), Optional.empty(), Optional.empty()));
    }

    /// The same with this production as the one shown last.
    public Settings withShow(RecentShow opened) {
        List<RecentShow> shows = new ArrayList<>();
        shows.add(opened);
        recent.stream()
                .filter(one -> !one.folder().equals(opened.folder()))
                .limit(MOST_RECENT - 1)
                .forEach(shows::add);
        return new Settings(look, room, shows, place, habits);
    }

    /// The same with these productions as those that were open here.
    public Settings withAll(List<RecentShow> shows) {
        return new Settings(look, room, shows, place, habits);
    }

    public Settings with(Look newLook) {
        return new Settings(newLook, room, recent, place, habits);
    }

    public Settings with(Room newRoom) {
        return new Settings(look, newRoom, recent, place, habits);
    }

    public Settings with(WindowPlace newPlace) {
        return new Settings(look, room, recent, newPlace, habits);
    }

    public Settings with(Habits newHabits) {
        return new Settings(look, room, recent, place, newHabits);
    }

    /// The same without this production among those that were open here.
    public Settings without(Path folder) {
        return new Settings(
                look,
                room,
                recent.stream().filter(one -> !one.folder().equals(folder)).toList(),
                place,
                habits);
    }
}
