package studio.backlot.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `person replace-keys`: new keys for a person of this machine, signed by the old guarded key. In
/// a production that knows keys which were replaced elsewhere, those of the machine take their
/// place.
@Command(
        name = "replace-keys",
        description =
                "Makes new keys for a person of this machine; the old guarded key signs that they hold from here on.")
final class PersonKeysCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    PersonKeysCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        OwnPerson own = who.person(studio);
        try (OpenProduction production = studio.productions().openForWriting(folder, own)) {
            OwnPerson before = production.person();
            EnrolPerson.byThemself(production, before);
            Signatory old = who.guarded(studio, before, Role.PRODUCER);
            OwnPerson after =
                    before.person().equals(own.person())
                            ? studio.persons().replaceKeys(own, who.passphraseIfAny(own))
                            : own;
            new EnrolPerson(production).replaceKeys(after.person(), old);
            common.print(
                    console,
                    PersonFacts.json(after.person(), production.register().persons()),
                    PersonFacts.lines(after.person(), production.register().persons()));
        }
        console.message(
                "in other productions the old keys hold, and sign, until the same command is run there; they are kept on this machine");
        return ExitCode.DONE;
    }
}
