package studio.backlot.identity.keyring;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.MalformedJson;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.OwnPersons;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonCard;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.SecretStoreFailed;
import studio.backlot.identity.SigningKey;
import studio.backlot.identity.VerificationKey;

/// This machine's persons as files: a public card each in one folder, their keys as sealed secrets
/// in another.
///
/// The everyday key is protected by the rights of its file, the guarded key by its passphrase.
public final class FileOwnPersons implements OwnPersons {
    private static final String SUFFIX = ".person.json";

    private final Path folder;
    private final Path secrets;
    private final SecureRandom random;
    private final Supplier<UUID> ids;

    private FileOwnPersons(Path folder, Path secrets, SecureRandom random, Supplier<UUID> ids) {
        this.folder = folder;
        this.secrets = secrets;
        this.random = random;
        this.ids = ids;
    }

    /// The persons whose cards lie in `folder` and whose keys lie in `secrets`; both are made when
    /// first needed.
    public static FileOwnPersons in(
            Path folder, Path secrets, SecureRandom random, Supplier<UUID> ids) {
        return new FileOwnPersons(folder, secrets, random, ids);
    }

    @Override
    public List<OwnPerson> all() {
        List<OwnPerson> persons = new ArrayList<>();
        cards().forEach(card -> persons.add(own(card)));
        persons.sort(Comparator.comparing(own -> own.person().name()));
        return persons;
    }

    @Override
    public Optional<OwnPerson> named(String name) {
        return cards().stream()
                .filter(card -> card.person().name().equals(name))
                .findFirst()
                .map(this::own);
    }

    private List<PersonCard> cards() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<PersonCard> cards = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                cards.add(card(file));
            }
        } catch (IOException e) {
            throw failed("read the persons in " + folder, e);
        }
        return cards;
    }

    private static PersonCard card(Path file) throws IOException {
        try {
            return PersonCard.parse(Files.readAllBytes(file));
        } catch (MalformedJson e) {
            throw new SecretDamaged(
                    String.valueOf(file.getFileName()),
                    "it cannot be read (" + e.getMessage() + ")");
        }
    }

    private OwnPerson own(PersonCard card) {
        SigningKey everyday = key(store(""), card.person(), card.person().keys().everyday());
        return new OwnPerson(card.person(), everyday, card.hasPassphrase());
    }

    private static SigningKey key(FileSecretStore store, Person person, VerificationKey key) {
        byte[] secret =
                store.read(secretName(key))
                        .orElseThrow(() ->
                                new SecretDamaged(
                                        secretName(key),
                                        "the key of "
                                                + person.name()
                                                + " is not there: restore the app folder from a copy, or have the key replaced by a producer"));
        try {
            return SigningKey.ofSecret(secret);
        } catch (IllegalArgumentException e) {
            throw new SecretDamaged(secretName(key), String.valueOf(e.getMessage()));
        }
    }

    private static String secretName(VerificationKey key) {
        return "person-" + key.fingerprint().hex().substring(0, 32);
    }

    private FileSecretStore store(String passphrase) {
        return FileSecretStore.open(secrets, Passphrase.of(passphrase), random);
    }

    @Override
    public OwnPerson create(String name, Set<Role> roles, String passphrase) {
        if (named(name).isPresent()) {
            throw new IllegalArgumentException(
                    "there is a person " + name + " on this machine already");
        }
        return make(ids.get(), name, roles, passphrase);
    }

    private OwnPerson make(UUID id, String name, Set<Role> roles, String passphrase) {
        SigningKey everyday = SigningKey.generate();
        SigningKey guarded = SigningKey.generate();
        var keys = new PersonKeys(everyday.verificationKey(), guarded.verificationKey());
        var person = new Person(id, name, roles, keys);
        store("").write(secretName(keys.everyday()), everyday.secret());
        store(passphrase).write(secretName(keys.guarded()), guarded.secret());
        return keep(new OwnPerson(person, everyday, !passphrase.isEmpty()));
    }

    /// The card is written last: until it names them, keys belong to nobody.
    private OwnPerson keep(OwnPerson own) {
        Path file = folder.resolve(own.person().id() + SUFFIX);
        Path temporary = folder.resolve(own.person().id() + ".tmp");
        try {
            Files.createDirectories(folder);
            Files.write(temporary, new PersonCard(own.person(), own.hasPassphrase()).bytes());
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("keep the person " + own.person().name() + " in " + folder, e);
        }
        return own;
    }

    @Override
    public SigningKey guarded(OwnPerson person, String passphrase) {
        return key(store(passphrase), person.person(), person.person().keys().guarded());
    }

    @Override
    public OwnPerson changePassphrase(OwnPerson person, String old, String replacement) {
        SigningKey guarded = guarded(person, old);
        store(replacement).write(secretName(person.person().keys().guarded()), guarded.secret());
        return keep(new OwnPerson(person.person(), person.everyday(), !replacement.isEmpty()));
    }

    @Override
    public OwnPerson replaceKeys(OwnPerson person, String passphrase) {
        Person old = person.person();
        return make(old.id(), old.name(), old.roles(), passphrase);
    }

    @Override
    public void forget(OwnPerson earlier) {
        store("").delete(secretName(earlier.person().keys().everyday()));
        store("").delete(secretName(earlier.person().keys().guarded()));
    }

    private static SecretStoreFailed failed(String attempt, IOException e) {
        return new SecretStoreFailed(
                "could not "
                        + attempt
                        + " ("
                        + e.getClass().getSimpleName()
                        + ": "
                        + e.getMessage()
                        + "): check that the disk has room and that this account may write there",
                e);
    }
}
