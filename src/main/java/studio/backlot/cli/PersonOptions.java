package studio.backlot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.Studio;

/// Who acts: a person of this machine, by name, and the passphrase of their guarded key.
///
/// A name that is new here becomes a person with two new keys and no passphrase, so that work can
/// begin; a passphrase can be set later.
final class PersonOptions {
    private static final String PASSPHRASE = "BACKLOT_PASSPHRASE";

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "who does it (default: this account)")
    private @Nullable String name;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description =
                    "holds the passphrase of the guarded key (default: BACKLOT_PASSPHRASE, else asked)")
    private @Nullable Path passphraseFile;

    /// Whether somebody was named; else this account acts, for everybody of this machine.
    boolean isNamed() {
        return name != null;
    }

    /// The person who acts.
    OwnPerson person(Studio studio) {
        String wanted = Optional.ofNullable(name).orElseGet(studio::accountName);
        return studio.persons()
                .named(wanted)
                .orElseGet(() -> studio.persons().create(wanted, EnumSet.allOf(Role.class), ""));
    }

    /// The person as the signer of everyday entries.
    static Signatory everyday(OwnPerson person, Role role) {
        return Signatory.of(person.person().name(), role, person.everyday());
    }

    /// The person as the signer of what needs the guarded key; asks for the passphrase where there
    /// is one and nobody has given it.
    Signatory guarded(Studio studio, OwnPerson person, Role role) {
        return Signatory.of(
                person.person().name(),
                role,
                studio.persons().guarded(person, passphraseIfAny(person)));
    }

    /// The passphrase of a person, empty where they have none.
    String passphraseIfAny(OwnPerson person) {
        return person.hasPassphrase() ? passphrase(person) : "";
    }

    private String passphrase(OwnPerson person) {
        return passphraseFile()
                .or(PersonOptions::given)
                .or(() -> asked("Passphrase of " + person.person().name() + ": "))
                .orElseThrow(() ->
                        new WrongUse(
                                "the guarded key of "
                                        + person.person().name()
                                        + " needs its passphrase: give it with --passphrase-file FILE or in "
                                        + PASSPHRASE));
    }

    private Optional<String> passphraseFile() {
        return Optional.ofNullable(passphraseFile).map(PersonOptions::firstLine);
    }

    /// The passphrase that the environment gives, if it does.
    static Optional<String> given() {
        return Optional.ofNullable(System.getenv(PASSPHRASE));
    }

    static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new WrongUse(
                    "the passphrase file " + file + " cannot be read: " + e.getMessage());
        }
    }

    /// What is typed at the terminal, unseen; nothing where there is no terminal.
    static Optional<String> asked(String question) {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .map(terminal -> terminal.readPassword("%s", question))
                .map(String::new);
    }
}
