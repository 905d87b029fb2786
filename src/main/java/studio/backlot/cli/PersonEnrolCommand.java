package studio.backlot.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.MalformedJson;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonCard;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `person enrol`: a producer vouches for a person.
@Command(
        name = "enrol",
        description =
                "A producer vouches for a person, by a card or by the name of one who is enrolled already.")
final class PersonEnrolCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "CARD|NAME",
            description = "the person's card file, or their name")
    private String what = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "the roles they have here (default: those of the card)")
    private @Nullable List<String> roles;

    PersonEnrolCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            Person meant = meant(production.register().persons());
            Person person =
                    roles == null
                            ? meant
                            : new Person(
                                    meant.id(),
                                    meant.name(),
                                    PersonAddCommand.roles(roles),
                                    meant.keys());
            new EnrolPerson(production)
                    .vouch(person, who.guarded(studio, production.person(), Role.PRODUCER));
            EnrolledPersons persons = production.register().persons();
            common.print(
                    console, PersonFacts.json(person, persons), PersonFacts.lines(person, persons));
        }
        return ExitCode.DONE;
    }

    private Person meant(EnrolledPersons persons) {
        if (isFile(what)) {
            try {
                return PersonCard.parse(UserFiles.read(Path.of(what))).person();
            } catch (MalformedJson e) {
                throw new WrongUse(what + ": " + e.getMessage());
            }
        }
        return named(persons, what);
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// The one person of that name who is enrolled and not retired.
    static Person named(EnrolledPersons persons, String name) {
        List<Person> found =
                persons.all().stream()
                        .filter(standing -> !standing.isRetired())
                        .map(EnrolledPersons.Standing::person)
                        .filter(person ->
                                person.name().equals(name) || person.id().toString().equals(name))
                        .toList();
        if (found.size() != 1) {
            throw new WrongUse(
                    (found.isEmpty() ? "nobody" : "more than one person")
                            + " is enrolled as \""
                            + name
                            + "\": give "
                            + (found.isEmpty()
                                    ? "the card file that they wrote with `person card`, or see `person list`"
                                    : "the id that `person list --json` shows"));
        }
        return found.getFirst();
    }
}
