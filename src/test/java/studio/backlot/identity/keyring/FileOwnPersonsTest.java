package studio.backlot.identity.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.MalformedJson;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.PersonCard;
import studio.backlot.identity.Role;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.SecretStoreFailed;
import studio.backlot.identity.WrongPassphrase;

class FileOwnPersonsTest {
    @TempDir private Path folder = Path.of("");

    private FileOwnPersons persons = open();

    @BeforeEach
    void begin() {
        persons = open();
    }

    private FileOwnPersons open() {
        return FileOwnPersons.in(
                folder.resolve("persons"),
                folder.resolve("secrets"),
                new SecureRandom(),
                UUID::randomUUID);
    }

    @Test
    void aPersonIsThereAfterRestartWithBothKeys() {
        OwnPerson ana = persons.create("Ana Ruíz", Set.of(Role.ARTIST), "open sesame");
        OwnPerson again = open().named("Ana Ruíz").orElseThrow();

        assertThat(again.person()).isEqualTo(ana.person());
        assertThat(again.hasPassphrase()).isTrue();
        assertThat(again.everyday().verificationKey()).isEqualTo(ana.person().keys().everyday());
        assertThat(open().guarded(again, "open sesame").verificationKey())
                .isEqualTo(ana.person().keys().guarded());
    }

    @Test
    void theGuardedKeyOpensWithItsPassphraseOnly() {
        OwnPerson ana = persons.create("Ana", Set.of(Role.ARTIST), "right");

        assertThatThrownBy(() -> persons.guarded(ana, "wrong")).isInstanceOf(WrongPassphrase.class);
        assertThatThrownBy(() -> persons.guarded(ana, "")).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void aPassphraseIsChanged() {
        OwnPerson ana = persons.create("Ana", Set.of(Role.ARTIST), "");
        OwnPerson changed = persons.changePassphrase(ana, "", "new");

        assertThat(changed.hasPassphrase()).isTrue();
        assertThat(open().named("Ana").orElseThrow().hasPassphrase()).isTrue();
        assertThatThrownBy(() -> persons.guarded(changed, "")).isInstanceOf(WrongPassphrase.class);
        assertThat(persons.guarded(changed, "new").verificationKey())
                .isEqualTo(ana.person().keys().guarded());
        assertThatThrownBy(() -> persons.changePassphrase(changed, "bad", "x"))
                .isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void replacedKeysAreOthersAndTheOldOnesStay() {
        OwnPerson before = persons.create("Ana", Set.of(Role.ARTIST), "p");
        OwnPerson after = persons.replaceKeys(before, "p");

        assertThat(after.person().id()).isEqualTo(before.person().id());
        assertThat(after.person().keys()).isNotEqualTo(before.person().keys());
        assertThat(persons.guarded(before, "p").verificationKey())
                .isEqualTo(before.person().keys().guarded());
        OwnPerson kept = open().named("Ana").orElseThrow();
        assertThat(kept.person()).isEqualTo(after.person());
        assertThat(persons.all()).hasSize(1);

        OwnPerson earlier = kept.with(before.person().keys());
        assertThat(earlier.person()).isEqualTo(before.person());
        assertThat(earlier.everyday().verificationKey())
                .isEqualTo(before.person().keys().everyday());
        assertThat(kept.with(kept.person().keys())).isSameAs(kept);
    }

    @Test
    void aPassphraseIsChangedForTheEarlierKeysToo() {
        OwnPerson first = persons.create("Ana", Set.of(Role.ARTIST), "p");
        OwnPerson second = persons.replaceKeys(first, "p");
        OwnPerson third = persons.replaceKeys(second, "p");
        persons.changePassphrase(third, "p", "q");

        OwnPerson kept = open().named("Ana").orElseThrow();
        assertThat(kept.earlier()).hasSize(2);
        for (OwnPerson one : List.of(first, second, third)) {
            OwnPerson state = kept.with(one.person().keys());
            assertThat(persons.guarded(state, "q").verificationKey())
                    .isEqualTo(one.person().keys().guarded());
            assertThatThrownBy(() -> persons.guarded(state, "p"))
                    .isInstanceOf(WrongPassphrase.class);
        }
    }

    @Test
    void aNameIsTakenOnce() {
        persons.create("Ana", Set.of(Role.ARTIST), "");

        assertThatThrownBy(() -> persons.create("Ana", Set.of(Role.WRITER), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
    }

    @Test
    void personsAreListedByName() {
        for (String name : List.of("Cleo", "Ana", "Bea", "Ada", "Dora")) {
            persons.create(name, EnumSet.allOf(Role.class), "");
        }

        assertThat(persons.all())
                .extracting(own -> own.person().name())
                .containsExactly("Ada", "Ana", "Bea", "Cleo", "Dora");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInWords() throws IOException {
        Files.write(folder.resolve("persons"), new byte[1]);

        assertThatThrownBy(() -> persons.create("Ana", Set.of(Role.ARTIST), ""))
                .isInstanceOf(SecretStoreFailed.class)
                .hasMessageStartingWith("could not keep the person Ana in ")
                .hasMessageContaining("check that the disk has room");
    }

    @Test
    void noKeyLiesInTheClearWithoutItsFilesRights() throws IOException {
        OwnPerson ana = persons.create("Ana", Set.of(Role.ARTIST), "secret words");
        byte[] guarded = persons.guarded(ana, "secret words").secret();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes =
                        new String(
                                Files.readAllBytes(file),
                                java.nio.charset.StandardCharsets.ISO_8859_1);
                String tail =
                        new String(
                                guarded,
                                guarded.length - 32,
                                32,
                                java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(tail);
            }
        }
    }

    @Test
    void aDamagedCardOrALostKeyIsSaidInWords() throws IOException {
        OwnPerson ana = persons.create("Ana", Set.of(Role.ARTIST), "");
        String everyday = ana.person().keys().everyday().fingerprint().hex().substring(0, 32);
        FileSecretStore.open(folder.resolve("secrets"), Passphrase.none(), new SecureRandom())
                .delete("person-" + everyday);
        assertThatThrownBy(() -> persons.named("Ana"))
                .isInstanceOf(SecretDamaged.class)
                .hasMessageContaining("Ana");

        Path card = folder.resolve("persons").resolve(ana.person().id() + ".person.json");
        Files.writeString(card, "{}");
        assertThatThrownBy(() -> persons.all()).isInstanceOf(SecretDamaged.class);
    }

    @Test
    void aCardIsReadAsItWasWrittenAndNothingElseIsACard() {
        OwnPerson ana = persons.create("Ana", Set.of(Role.ARTIST, Role.WRITER), "");
        var card = new PersonCard(ana.person(), true);

        assertThat(PersonCard.parse(card.bytes())).isEqualTo(card);
        byte[] padded = Arrays.copyOf(card.bytes(), PersonCard.LARGEST_FILE);
        Arrays.fill(padded, card.bytes().length, padded.length, (byte) ' ');
        assertThat(PersonCard.parse(padded)).isEqualTo(card);
        assertThatThrownBy(() -> PersonCard.parse(new byte[PersonCard.LARGEST_FILE + 1]))
                .isInstanceOf(MalformedJson.class);
        for (String broken : List.of("{}", "[]", "{\"schema\":\"backlot.person/1\"}")) {
            assertThatThrownBy(() ->
                            PersonCard.parse(
                                    broken.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedJson.class);
        }
    }
}
