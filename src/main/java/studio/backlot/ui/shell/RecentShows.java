package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import studio.backlot.workflow.ShowPortrait;

/// Remembers in the settings which shows were open here, and how each looked from outside then. For
/// the window's thread.
final class RecentShows {
    private final ShellViewModel shell;
    private final InstantSource clock;

    RecentShows(ShellViewModel shell, InstantSource clock) {
        this.shell = shell;
        this.clock = clock;
    }

    private void keep(Settings.RecentShow one) {
        shell.change(shell.settings().get().withShow(one));
    }

    private Optional<Settings.RecentShow> known(Path folder) {
        return shell.settings().get().recent().stream()
                .filter(one -> one.folder().equals(folder))
                .findFirst();
    }

    /// A show was opened: it is the first of them from now on.
    void opened(OpenShow one) {
        Path folder = one.production().layout().root();
        Optional<Settings.RecentShow> before = known(folder);
        keep(
                new Settings.RecentShow(
                        folder,
                        one.production().description().name(),
                        clock.instant(),
                        before.flatMap(Settings.RecentShow::cover),
                        before.map(Settings.RecentShow::waits).orElse(0L)));
    }

    /// Looks at an open show as it is now.
    void portray(OpenShow one) {
        one.desk()
                .ask(
                        () -> ShowPortrait.of(one.production(), one.actor().person()),
                        portrait ->
                                known(one.production().layout().root())
                                        .filter(now ->
                                                shell.show().get().filter(one::equals).isPresent())
                                        .ifPresent(now -> keep(as(now, portrait))),
                        unknown -> {});
    }

    private static Settings.RecentShow as(Settings.RecentShow now, ShowPortrait portrait) {
        return new Settings.RecentShow(
                now.folder(),
                now.name(),
                now.opened(),
                portrait.cover(),
                portrait.waits().orElse(now.waits()));
    }
}
