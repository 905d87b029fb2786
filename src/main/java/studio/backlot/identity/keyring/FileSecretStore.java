package studio.backlot.identity.keyring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import studio.backlot.identity.SecretDamaged;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;

/// Secrets as encrypted files, one each, in a folder that only this account may enter.
///
/// Folder 0700 and files 0600 where the file system knows such rights; on Windows the rights are
/// those that the user's profile hands down. Safe for several threads and processes: each write is
/// a new file renamed in one step.
public final class FileSecretStore implements SecretStore {
    private static final String SUFFIX = ".secret";
    private static final long LARGEST_FILE = 1 << 20;

    private final Path folder;
    private final Passphrase passphrase;
    private final SecureRandom random;

    private FileSecretStore(Path folder, Passphrase passphrase, SecureRandom random) {
        this.folder = folder;
        this.passphrase = passphrase;
        this.random = random;
    }

    /// Opens the folder, creating it where it is not there and taking others' rights from it. The
    /// passphrase is tried at the first read.
    public static FileSecretStore open(Path folder, Passphrase passphrase, SecureRandom random) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            if (isPosix(absolute)) {
                Files.setPosixFilePermissions(
                        absolute, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw failed("open the folder of secrets " + absolute, e);
        }
        return new FileSecretStore(absolute, passphrase, random);
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path file = file(name);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new SecretDamaged(name, "its file is larger than a secret can be");
            }
            return Optional.of(SealedSecret.parse(name, Files.readAllBytes(file)).open(passphrase));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read " + file, e);
        }
    }

    @Override
    public void write(String name, byte[] secret) {
        Path file = file(name);
        byte[] content = SealedSecret.seal(name, secret, passphrase, random).bytes();
        Path temporary = folder.resolve(name + SUFFIX + "." + randomDigits() + ".tmp");
        try {
            try {
                writeNew(temporary, content);
                Files.move(
                        temporary,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                forceFolder();
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failed("keep a secret in " + file, e);
        }
    }

    private String randomDigits() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The file is born with its rights: there is no moment at which another account could open it.
    private static void writeNew(Path temporary, byte[] content) throws IOException {
        FileAttribute<?>[] rights =
                isPosix(temporary)
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(temporary, options, rights)) {
            var remaining = ByteBuffer.wrap(content);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Windows has no such thing; NTFS journals the rename.
    private void forceFolder() throws IOException {
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Also removes what a write of this name left that was killed.
    @Override
    public void delete(String name) {
        Path file = file(name);
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(folder, name + SUFFIX + ".*.tmp")) {
            Files.deleteIfExists(file);
            for (Path temporary : left) {
                Files.deleteIfExists(temporary);
            }
            forceFolder();
        } catch (IOException e) {
            throw failed("remove " + file, e);
        }
    }

    private Path file(String name) {
        return folder.resolve(SecretName.checked(name) + SUFFIX);
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
