package studio.backlot.ui.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.OwnPersons;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonCard;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.KeepFile;

/// What is done about the people of a production. For the window's thread.
final class PeopleViewModel {
    private static final ProductionPart PART = ProductionPart.PEOPLE;

    private final ProductionViewModel production;
    private final Words words;

    PeopleViewModel(ProductionViewModel production, Words words) {
        this.production = production;
        this.words = words;
    }

    /// Who is meant: a name to be credited by, the roles, and a passphrase, empty for none.
    record Newcomer(String name, Set<Role> roles, String passphrase) {}

    /// Vouches for a person with these roles, by this machine's guarded key.
    void vouch(Person person, Set<Role> roles, String passphrase, FormCard.Ending ending) {
        production.act(
                PART,
                open ->
                        new EnrolPerson(open)
                                .vouch(
                                        new Person(
                                                person.id(), person.name(), roles, person.keys()),
                                        production.guarded(passphrase)),
                entry -> done(ending, words.get("people.vouched", person.name())),
                ending.otherwise());
    }

    /// Ends a person's keys.
    void retire(Person person, String passphrase, FormCard.Ending ending) {
        production.act(
                PART,
                open -> new EnrolPerson(open).retire(person, production.guarded(passphrase)),
                entry -> done(ending, words.get("people.retired", person.name())),
                ending.otherwise());
    }

    /// Makes keys for another person of this machine, or takes those they have here, and enrols
    /// them by themself.
    void add(Newcomer newcomer, FormCard.Ending ending) {
        OpenShow show = production.show().orElseThrow();
        production.act(
                PART,
                open -> {
                    OwnPersons persons = show.studio().persons();
                    OwnPerson own =
                            persons.named(newcomer.name())
                                    .orElseGet(() ->
                                            persons.create(
                                                    newcomer.name(),
                                                    newcomer.roles(),
                                                    newcomer.passphrase()));
                    EnrolPerson.byThemself(open, own);
                    return own;
                },
                own -> done(ending, words.get("people.added", own.person().name())),
                ending.otherwise());
    }

    /// Reads a card that somebody gave.
    void read(Path file, Consumer<Person> then) {
        production.act(PART, open -> PersonCard.parse(bytes(file)).person(), then);
    }

    /// The content of a file that a person chose; not for the window's thread.
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Keeps the card by which others enrol the person who acts here.
    void keepCard(Path file) {
        OwnPerson own = production.show().orElseThrow().actor();
        production.act(
                PART,
                open -> {
                    KeepFile.write(file, new PersonCard(own.person(), own.hasPassphrase()).bytes());
                    return file;
                },
                kept -> production.say(Message.of(words.get("people.card.kept", kept.toString()))));
    }

    /// Seals the guarded key of who acts here under another passphrase.
    void changePassphrase(String old, String replacement, FormCard.Ending ending) {
        OpenShow show = production.show().orElseThrow();
        production.act(
                PART,
                open -> {
                    OwnPersons persons = show.studio().persons();
                    return persons.changePassphrase(current(persons, show), old, replacement);
                },
                own -> {
                    done(ending, words.get("people.passphrase.changed"));
                    production.shell().actAs(own);
                },
                ending.otherwise());
    }

    private static OwnPerson current(OwnPersons persons, OpenShow show) {
        return persons.named(show.person().person().name()).orElse(show.person());
    }

    /// Makes new keys for who acts here; the old guarded key signs that they hold from here on.
    void replaceKeys(String passphrase, FormCard.Ending ending) {
        OpenShow show = production.show().orElseThrow();
        production.act(
                PART,
                open -> {
                    OwnPersons persons = show.studio().persons();
                    OwnPerson before = show.actor();
                    OwnPerson own = current(persons, show);
                    EnrolPerson.byThemself(open, before);
                    Signatory old = production.guarded(passphrase);
                    OwnPerson after =
                            before.person().equals(own.person())
                                    ? persons.replaceKeys(own, passphrase)
                                    : own;
                    new EnrolPerson(open).replaceKeys(after.person(), old);
                    return after;
                },
                after -> {
                    done(ending, words.get("people.keys.replaced"));
                    production.shell().actAs(after);
                },
                ending.otherwise());
    }

    private void done(FormCard.Ending ending, String said) {
        ending.done().run();
        production.say(Message.of(said));
    }

    /// The person who acts here, if a show is open.
    Optional<OwnPerson> actor() {
        return production.show().map(OpenShow::actor);
    }
}
