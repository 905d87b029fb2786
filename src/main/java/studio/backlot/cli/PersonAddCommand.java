package studio.backlot.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.PersonCard;
import studio.backlot.identity.Role;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.KeepFile;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `person add`: makes a person's two keys on this machine and enrols them by themself.
@Command(
        name = "add",
        description =
                "Makes a person's keys on this machine and enrols them; a producer may then vouch for them.")
final class PersonAddCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Option(
            names = {"--name", "--person"},
            required = true,
            paramLabel = "NAME",
            description = "as credited")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "artist, writer or producer; several with commas (default: all)")
    private @Nullable List<String> roles;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "holds the passphrase for the guarded key (default: asked, or none)")
    private @Nullable Path passphraseFile;

    @Option(
            names = "--card",
            paramLabel = "FILE",
            description = "writes the card with which others enrol this person")
    private @Nullable Path card;

    PersonAddCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (studio.persons().named(name).isEmpty()) {
            make();
        }
        OwnPerson person = studio.persons().named(name).orElseThrow();
        try (OpenProduction production = studio.productions().openForWriting(folder, person)) {
            EnrolPerson.byThemself(production, production.person());
            var card = new PersonCard(person.person(), person.hasPassphrase());
            if (this.card != null) {
                KeepFile.write(this.card, card.bytes());
            }
            common.print(
                    console,
                    PersonFacts.json(person.person(), production.register().persons()),
                    PersonFacts.lines(person.person(), production.register().persons()));
        }
        if (!person.hasPassphrase()) {
            console.message(
                    "the guarded key of "
                            + name
                            + " has no passphrase: whoever uses this account can sign verdicts as "
                            + name
                            + "; set one with: backlot person passphrase --person \""
                            + name
                            + "\"");
        }
        return ExitCode.DONE;
    }

    private void make() {
        String passphrase =
                passphraseFile != null
                        ? PersonOptions.firstLine(passphraseFile)
                        : PersonOptions.given()
                                .or(() ->
                                        PersonOptions.asked(
                                                "A passphrase for the guarded key (empty for none): "))
                                .orElse("");
        OwnPerson made = studio.persons().create(name, roles(roles), passphrase);
        if (!made.hasPassphrase()) {
            // its first use takes the key to where it will stay
            var _ = studio.persons().guarded(made, passphrase);
        }
    }

    /// The roles of these names; all of them when there are none.
    static Set<Role> roles(@Nullable List<String> names) {
        if (names == null || names.isEmpty()) {
            return EnumSet.allOf(Role.class);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String one : names) {
            roles.add(
                    Role.ofWireName(one.strip())
                            .orElseThrow(() ->
                                    new WrongUse(
                                            "there is no role \""
                                                    + one
                                                    + "\"; choose artist, writer or producer")));
        }
        return roles;
    }
}
