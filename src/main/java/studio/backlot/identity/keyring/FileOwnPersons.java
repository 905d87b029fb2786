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
/// The everyday key is protected by the rights of its file, the guarded key by its passphrase or,
/// without one, by the keyring where there is one.
public final class FileOwnPersons implements OwnPersons {
    private static final String SUFFIX = ".person.json";

    /// A card whose keys were replaced.
    private static final String EARLIER = ".earlier.json";

    private final Path folder;
    private final Path secrets;
    private final GuardedKeys guardedKeys;
    private final SecureRandom random;
    private final Supplier<UUID> ids;

    private FileOwnPersons(
            Path folder,
            Path secrets,
            GuardedKeys guardedKeys,
            SecureRandom random,
            Supplier<UUID> ids) {
        this.folder = folder;
        this.secrets = secrets;
        this.guardedKeys = guardedKeys;
        this.random = random;
        this.ids = ids;
    }

    /// The persons whose cards lie in `folder` and whose keys lie in `secrets`; both are made when
    /// first needed. No keyring is used.
    public static FileOwnPersons in(
            Path folder, Path secrets, SecureRandom random, Supplier<UUID> ids) {
        return in(folder, secrets, SystemKeyring.unused(), random, ids);
    }

    /// The same, with a keyring for guarded keys that have no passphrase; it is asked for when the
    /// first of these is used.
    public static FileOwnPersons in(
            Path folder,
            Path secrets,
            Supplier<Keyring> keyring,
            SecureRandom random,
            Supplier<UUID> ids) {
        return new FileOwnPersons(
                folder, secrets, new GuardedKeys(secrets, keyring, random), random, ids);
    }

    @Override
    public List<OwnPerson> all() {
        List<OwnPerson> persons = new ArrayList<>();
        cards("*" + SUFFIX).forEach(card -> persons.add(own(card)));
        persons.sort(Comparator.comparing(own -> own.person().name()));
        return persons;
    }

    @Override
    public Optional<OwnPerson> named(String name) {
        return cards("*" + SUFFIX).stream()
                .filter(card -> card.person().name().equals(name))
                .findFirst()
                .map(this::own);
    }

    private List<PersonCard> cards(String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<PersonCard> cards = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
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
        List<OwnPerson> earlier =
                cards(card.person().id() + "-*" + EARLIER).stream()
                        .map(one -> own(one, List.of()))
                        .toList();
        return own(card, earlier);
    }

    private OwnPerson own(PersonCard card, List<OwnPerson> earlier) {
        VerificationKey key = card.person().keys().everyday();
        SigningKey everyday = key(everydayKeys().read(secretName(key)), card.person(), key);
        return new OwnPerson(card.person(), everyday, card.hasPassphrase(), earlier);
    }

    private static SigningKey key(Optional<byte[]> kept, Person person, VerificationKey key) {
        byte[] secret =
                kept.orElseThrow(() ->
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

    private FileSecretStore everydayKeys() {
        return FileSecretStore.open(secrets, Passphrase.none(), random);
    }

    @Override
    public OwnPerson create(String name, Set<Role> roles, String passphrase) {
        if (named(name).isPresent()) {
            throw new IllegalArgumentException(
                    "there is a person " + name + " on this machine already");
        }
        return make(ids.get(), name, roles, passphrase, List.of());
    }

    private OwnPerson make(
            UUID id, String name, Set<Role> roles, String passphrase, List<OwnPerson> earlier) {
        SigningKey everyday = SigningKey.generate();
        SigningKey guarded = SigningKey.generate();
        var keys = new PersonKeys(everyday.verificationKey(), guarded.verificationKey());
        var person = new Person(id, name, roles, keys);
        everydayKeys().write(secretName(keys.everyday()), everyday.secret());
        guardedKeys.write(secretName(keys.guarded()), guarded.secret(), passphrase);
        return keep(new OwnPerson(person, everyday, !passphrase.isEmpty(), earlier));
    }

    /// The card is written last: until it names them, keys belong to nobody.
    private OwnPerson keep(OwnPerson own) {
        keep(own, own.person().id() + SUFFIX);
        return own;
    }

    private void keepEarlier(OwnPerson own) {
        keep(
                own,
                own.person().id()
                        + "-"
                        + own.person().keys().everyday().fingerprint().hex().substring(0, 16)
                        + EARLIER);
    }

    private void keep(OwnPerson own, String name) {
        Path file = folder.resolve(name);
        Path temporary = folder.resolve(name + ".tmp");
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
    }

    @Override
    public SigningKey guarded(OwnPerson person, String passphrase) {
        VerificationKey key = person.person().keys().guarded();
        return key(guardedKeys.read(secretName(key), passphrase), person.person(), key);
    }

    @Override
    public OwnPerson changePassphrase(OwnPerson person, String old, String replacement) {
        List<OwnPerson> earlier = new ArrayList<>();
        for (OwnPerson one : person.earlier()) {
            OwnPerson sealed = sealAgain(one, old, replacement, List.of());
            keepEarlier(sealed);
            earlier.add(sealed);
        }
        OwnPerson changed = keep(sealAgain(person, old, replacement, earlier));
        if (old.isEmpty() || replacement.isEmpty()) {
            settle(changed);
            earlier.forEach(this::settle);
        }
        return changed;
    }

    /// Puts a guarded key where it belongs now: out of the keyring, or into it.
    private void settle(OwnPerson person) {
        if (person.hasPassphrase()) {
            guardedKeys.leaveKeyring(secretName(person.person().keys().guarded()));
        } else {
            guarded(person, "");
        }
    }

    private OwnPerson sealAgain(
            OwnPerson person, String old, String replacement, List<OwnPerson> earlier) {
        SigningKey guarded = guarded(person, old);
        guardedKeys.write(
                secretName(person.person().keys().guarded()), guarded.secret(), replacement);
        return new OwnPerson(person.person(), person.everyday(), !replacement.isEmpty(), earlier);
    }

    @Override
    public OwnPerson replaceKeys(OwnPerson person, String passphrase) {
        Person old = person.person();
        keepEarlier(person);
        List<OwnPerson> earlier = new ArrayList<>(person.earlier());
        earlier.add(new OwnPerson(old, person.everyday(), person.hasPassphrase(), List.of()));
        return make(old.id(), old.name(), old.roles(), passphrase, earlier);
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
