package studio.backlot.identity.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;
import studio.backlot.identity.VerificationKey;
import studio.backlot.identity.WrongPassphrase;

class GuardedKeysTest {
    @TempDir private Path folder = Path.of("");

    private final RememberedSecrets keyring = new RememberedSecrets();

    private FileOwnPersons with(Supplier<Keyring> keyring) {
        return FileOwnPersons.in(
                folder.resolve("persons"),
                folder.resolve("secrets"),
                keyring,
                new SecureRandom(),
                UUID::randomUUID);
    }

    private FileOwnPersons withKeyring() {
        return with(() -> new Keyring.Usable(keyring));
    }

    private FileOwnPersons withoutKeyring() {
        return with(() -> new Keyring.None("this session has no session bus"));
    }

    private FileOwnPersons withNobodyAsked() {
        return with(GuardedKeysTest::notAsked);
    }

    private static Keyring notAsked() {
        throw new AssertionError("a keyring was asked for");
    }

    private boolean isInAFile(OwnPerson person) {
        return Files.exists(folder.resolve("secrets").resolve(name(person) + ".secret"));
    }

    private static String name(OwnPerson person) {
        return "person-" + person.person().keys().guarded().fingerprint().hex().substring(0, 32);
    }

    private static VerificationKey used(
            FileOwnPersons persons, OwnPerson person, String passphrase) {
        VerificationKey key = persons.guarded(person, passphrase).verificationKey();
        assertThat(key).isEqualTo(person.person().keys().guarded());
        return key;
    }

    @Test
    void nobodyAsksForAKeyringBeforeAGuardedKeyIsUsed() {
        OwnPerson ana = withNobodyAsked().create("Ana", Set.of(Role.ARTIST), "");

        assertThat(withNobodyAsked().named("Ana")).map(OwnPerson::person).contains(ana.person());
        assertThat(withNobodyAsked().all()).hasSize(1);
        assertThatThrownBy(() -> withNobodyAsked().guarded(ana, ""))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aKeyWithAPassphraseNeverMeetsTheKeyring() {
        OwnPerson ana = withNobodyAsked().create("Ana", Set.of(Role.ARTIST), "p");
        used(withNobodyAsked(), ana, "p");
        OwnPerson changed = withNobodyAsked().changePassphrase(ana, "p", "q");

        used(withNobodyAsked(), changed, "q");
        assertThatThrownBy(() -> withNobodyAsked().guarded(changed, "p"))
                .isInstanceOf(WrongPassphrase.class);
        assertThat(isInAFile(ana)).isTrue();
    }

    @Test
    void aKeyWithoutAPassphraseMovesIntoTheKeyringWhenItIsUsed() {
        OwnPerson ana = withKeyring().create("Ana", Set.of(Role.ARTIST), "");
        assertThat(isInAFile(ana)).isTrue();

        used(withKeyring(), ana, "");
        assertThat(isInAFile(ana)).isFalse();
        assertThat(keyring.names()).containsExactly(name(ana));
        used(withKeyring(), ana, "");
    }

    @Test
    void withoutAKeyringTheFileStaysAndWorks() {
        OwnPerson ana = withoutKeyring().create("Ana", Set.of(Role.ARTIST), "");

        used(withoutKeyring(), ana, "");
        used(withoutKeyring(), ana, "");
        assertThat(isInAFile(ana)).isTrue();
    }

    @Test
    void aLockedKeyringLeavesTheKeyInItsFile() {
        OwnPerson ana = withKeyring().create("Ana", Set.of(Role.ARTIST), "");
        keyring.lock();

        used(withKeyring(), ana, "");
        assertThat(isInAFile(ana)).isTrue();
        keyring.unlock();
        used(withKeyring(), ana, "");
        assertThat(isInAFile(ana)).isFalse();
    }

    @Test
    void theFileStaysUntilTheKeyringGivesBackWhatWasPutIn() {
        var forgetful =
                new SecretStore() {
                    @Override
                    public Optional<byte[]> read(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public void write(String name, byte[] secret) {}

                    @Override
                    public void delete(String name) {}
                };
        OwnPerson ana = withKeyring().create("Ana", Set.of(Role.ARTIST), "");

        used(with(() -> new Keyring.Usable(forgetful)), ana, "");
        assertThat(isInAFile(ana)).isTrue();
    }

    @Test
    void aKeyThatCannotBeHadIsSaidInWords() {
        OwnPerson ana = withKeyring().create("Ana", Set.of(Role.ARTIST), "");
        used(withKeyring(), ana, "");

        assertThatThrownBy(() -> withoutKeyring().guarded(ana, ""))
                .isInstanceOf(SecretStoreFailed.class)
                .hasMessageContaining("this session has no session bus");
        keyring.lock();
        assertThatThrownBy(() -> withKeyring().guarded(ana, ""))
                .isInstanceOf(SecretStoreFailed.class)
                .hasMessageContaining("locked");
        keyring.unlock();
        keyring.delete(name(ana));
        assertThatThrownBy(() -> withKeyring().guarded(ana, ""))
                .isInstanceOf(SecretDamaged.class)
                .hasMessageContaining("Ana");
    }

    @Test
    void aPassphraseTakesTheKeyOutOfTheKeyringAndItsEndBringsItBack() {
        OwnPerson first = withKeyring().create("Ana", Set.of(Role.ARTIST), "");
        used(withKeyring(), first, "");
        OwnPerson second = withKeyring().replaceKeys(first, "");
        used(withKeyring(), second, "");
        assertThat(keyring.names()).containsExactlyInAnyOrder(name(first), name(second));

        OwnPerson guarded = withKeyring().changePassphrase(second, "", "p");
        assertThat(keyring.names()).isEmpty();
        used(withoutKeyring(), guarded, "p");
        used(withoutKeyring(), guarded.with(first.person().keys()), "p");

        OwnPerson open = withKeyring().changePassphrase(guarded, "p", "");
        assertThat(keyring.names()).containsExactlyInAnyOrder(name(first), name(second));
        assertThat(isInAFile(open)).isFalse();
        used(withKeyring(), open, "");
    }

    @Test
    void aCopyThatStaysInTheKeyringIsSaidWhenAPassphraseIsSet() {
        OwnPerson ana = withKeyring().create("Ana", Set.of(Role.ARTIST), "");
        used(withKeyring(), ana, "");
        var undeletable =
                new SecretStore() {
                    @Override
                    public Optional<byte[]> read(String name) {
                        return keyring.read(name);
                    }

                    @Override
                    public void write(String name, byte[] secret) {
                        keyring.write(name, secret);
                    }

                    @Override
                    public void delete(String name) {
                        throw new SecretStoreFailed("the keyring refused: no");
                    }
                };
        FileOwnPersons persons = with(() -> new Keyring.Usable(undeletable));

        assertThatThrownBy(() -> persons.changePassphrase(ana, "", "p"))
                .isInstanceOf(SecretStoreFailed.class)
                .hasMessageContaining("the passphrase is set")
                .hasMessageContaining(name(ana));
        used(withoutKeyring(), withoutKeyring().named("Ana").orElseThrow(), "p");
    }
}
