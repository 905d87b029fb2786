package studio.backlot.identity.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreContract;
import studio.backlot.identity.SecretStoreFailed;
import studio.backlot.identity.WrongPassphrase;

class FileSecretStoreTest extends SecretStoreContract {
    private static final byte[] SECRET = "canary of a key".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path disk;

    @Override
    protected SecretStore store() {
        return open(Passphrase.none());
    }

    @Test
    void onlyThisAccountMayEnterTheFolderAndReadTheFiles() throws IOException {
        Files.createDirectory(
                folder(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        open(Passphrase.none()).write("key", SECRET);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void theSecretIsNowhereInTheFileAndEachWriteSealsAnew() throws IOException {
        FileSecretStore store = open(Passphrase.none());
        store.write("key", SECRET);
        String first = Files.readString(file());
        store.write("key", SECRET);

        assertThat(first)
                .doesNotContain("canary")
                .contains("\"format\":\"backlot.secret/1\"")
                .contains("\"iterations\":1,");
        assertThat(Files.readString(file())).isNotEqualTo(first);
    }

    @Test
    void aTypedPassphraseIsStretchedAndAnotherOneDoesNotOpen() throws IOException {
        FileSecretStore store = open(Passphrase.of("grüne Wiese"));
        store.write("key", SECRET);

        assertThat(Files.readString(file()))
                .contains("\"iterations\":600000,")
                .contains("PBKDF2-HMAC-SHA256");
        assertThat(open(Passphrase.of("grüne Wiese")).read("key")).contains(SECRET);
        assertThatThrownBy(() -> open(Passphrase.none()).read("key"))
                .isInstanceOf(WrongPassphrase.class)
                .hasMessageContaining("\"key\"");
    }

    @Test
    void everyChangedByteIsToldAsDamage() throws IOException {
        FileSecretStore store = open(Passphrase.none());
        store.write("key", SECRET);
        byte[] whole = Files.readAllBytes(file());
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file(), changed);

            assertThatThrownBy(() -> store.read("key"))
                    .isInstanceOf(SecretDamaged.class)
                    .hasMessageContaining("\"key\"");
        }
    }

    @Test
    void aTruncatedOrHugeOrForeignFileIsToldAsDamage() throws IOException {
        FileSecretStore store = open(Passphrase.none());
        store.write("key", SECRET);
        byte[] whole = Files.readAllBytes(file());

        Files.write(folder().resolve("other.secret"), whole);
        assertThatThrownBy(() -> store.read("other"))
                .isInstanceOf(SecretDamaged.class)
                .hasMessageContaining("another name");
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> store.read("key")).isInstanceOf(SecretDamaged.class);
        Files.write(file(), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> store.read("key"))
                .isInstanceOf(SecretDamaged.class)
                .hasMessageContaining("larger");
        Files.write(file(), new byte[1 << 20]);
        assertThatThrownBy(() -> store.read("key"))
                .isInstanceOf(SecretDamaged.class)
                .hasMessageContaining("not readable");
    }

    @Test
    void whatAKilledWriteLeftIsNotInTheWayOfTheNext() throws IOException {
        FileSecretStore store = open(Passphrase.none());
        Files.write(folder().resolve("key.secret.0000000000000000.tmp"), SECRET);
        Files.write(folder().resolve("key.secret..tmp"), SECRET);

        store.write("key", SECRET);

        assertThat(store.read("key")).contains(SECRET);
    }

    @Test
    void deletingAlsoRemovesWhatAKilledWriteLeft() throws IOException {
        FileSecretStore store = open(Passphrase.none());
        store.write("key", SECRET);
        store.write("key.2", SECRET);
        Files.write(folder().resolve("key.secret.0011223344556677.tmp"), SECRET);

        store.delete("key");

        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).containsExactly(folder().resolve("key.2.secret"));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInWords() throws IOException {
        Files.write(folder(), new byte[1]);

        assertThatThrownBy(() -> open(Passphrase.none()))
                .isInstanceOf(SecretStoreFailed.class)
                .hasMessageContaining("could not open the folder of secrets " + folder());
    }

    @Test
    void aFileSystemWithoutRightsKeepsSecretsToo() throws IOException {
        URI archive = URI.create("jar:" + disk.resolve("disk.zip").toUri());
        try (FileSystem other = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            SecretStore store =
                    FileSecretStore.open(
                            other.getPath("/secrets"), Passphrase.none(), new SecureRandom());
            store.write("key", SECRET);
            store.write("other", SECRET);
            store.delete("other");

            assertThat(store.read("key")).contains(SECRET);
            assertThat(store.read("other")).isEmpty();
        }
    }

    @Test
    void aPassphraseNeverPrintsItself() {
        assertThat(Passphrase.of("grüne Wiese")).hasToString("a passphrase");
        assertThat(Passphrase.none()).hasToString("no passphrase");
    }

    private FileSecretStore open(Passphrase passphrase) {
        return FileSecretStore.open(folder(), passphrase, new SecureRandom());
    }

    private Path folder() {
        return disk.resolve("secrets");
    }

    private Path file() {
        return folder().resolve("key.secret");
    }
}
