package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.backlot.base.JsonBuilder;
import studio.backlot.identity.OwnPerson;
import studio.backlot.workflow.Studio;

/// `person passphrase`: sets, changes or takes away the passphrase of a guarded key.
@Command(
        name = "passphrase",
        description =
                "Sets or changes the passphrase of a guarded key; an empty one takes it away.")
final class PersonPassphraseCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "holds the new passphrase (default: asked)")
    private @Nullable Path replacement;

    PersonPassphraseCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        OwnPerson own = who.person(studio);
        String old = who.passphraseIfAny(own);
        String wanted =
                replacement != null
                        ? PersonOptions.firstLine(replacement)
                        : PersonOptions.asked("New passphrase (empty for none): ")
                                .orElseThrow(() ->
                                        new WrongUse(
                                                "give the new passphrase with --new-passphrase-file FILE"));
        OwnPerson changed = studio.persons().changePassphrase(own, old, wanted);
        common.print(
                console,
                new JsonBuilder()
                        .put("name", changed.person().name())
                        .put("hasPassphrase", changed.hasPassphrase())
                        .build(),
                List.of(
                        changed.hasPassphrase()
                                ? "The guarded key of "
                                        + changed.person().name()
                                        + " has its new passphrase. There is no way back to it without the passphrase."
                                : "The guarded key of "
                                        + changed.person().name()
                                        + " has no passphrase: whoever uses this account can sign with it."));
        return ExitCode.DONE;
    }
}
