package studio.backlot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.backlot.base.JsonReader;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.PersonCard;
import studio.backlot.workflow.KeepFile;
import studio.backlot.workflow.Studio;

/// `person card`: writes what others need to enrol a person of this machine.
@Command(
        name = "card",
        description = "Writes the card with which others enrol a person of this machine.")
final class PersonCardCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the card")
    private Path out = Path.of("");

    PersonCardCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        OwnPerson own = who.person(studio);
        var card = new PersonCard(own.person(), own.hasPassphrase());
        KeepFile.write(out, card.bytes());
        common.print(
                console,
                JsonReader.parse(card.bytes()),
                List.of(
                        out
                                + "  card of "
                                + own.person().name()
                                + "; whoever enrols it compares the guarded key's fingerprint with you:",
                        "  " + own.person().keys().guarded().fingerprint()));
        return ExitCode.DONE;
    }
}
