package studio.backlot.provenance.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.Maker;

/// A ledger in a folder that may not be written. Permissions stop nobody who is root, so a child
/// process sees the folder through a read-only bind mount of its own (`unshare -m`, Linux, root);
/// the child proves that obstacle first.
@Tag("endurance")
class ReadOnlyFolderTest {
    private static final UUID PRODUCTION = new UUID(8, 9);
    private static final EntryDraft DRAFT =
            new EntryDraft(
                    EventType.REVIEW,
                    new Maker("Ana", Role.PRODUCER),
                    Optional.empty(),
                    JsonObject.EMPTY);

    @TempDir Path folder;

    @Test
    void aClosedLedgerIsReadAndNotWritten() throws Exception {
        SigningKey key = SigningKey.generate();
        Path file = folder.resolve("ledger.sqlite");
        SqliteLedger.create(file, PRODUCTION, key);
        try (var ledger = SqliteLedger.open(file, setup(key))) {
            ledger.appendAll(List.of(DRAFT, DRAFT));
        }
        Files.write(folder.resolve("key"), key.secret());
        assertThat(inReadOnlyFolder())
                .containsExactly(
                        "obstacle holds",
                        "read 2 entries",
                        "The ledger "
                                + file
                                + " may only be read here. Nothing was written; "
                                + "check the permissions of the file and of its folder.");
    }

    private List<String> inReadOnlyFolder() throws IOException, InterruptedException {
        String classPath =
                String.join(
                        ":",
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of("target", "classes").toAbsolutePath().toString(),
                        Path.of("target", "test-classes").toAbsolutePath().toString());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child =
                new ProcessBuilder(
                                "unshare",
                                "-m",
                                "sh",
                                "-c",
                                "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$2\""
                                        + " --enable-native-access=ALL-UNNAMED -cp \"$3\" \"$4\" \"$1\"",
                                "sh",
                                folder.toString(),
                                java,
                                classPath,
                                Child.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines =
                new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    private static LedgerSetup setup(SigningKey key) {
        return LedgerSetup.of(PRODUCTION, key, () -> Instant.EPOCH, UUID::randomUUID);
    }

    /// What the child process does.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            try {
                Files.createFile(folder.resolve("obstacle"));
                System.out.println("the folder can be written: no obstacle");
            } catch (IOException e) {
                System.out.println("obstacle holds");
            }
            Path file = folder.resolve("ledger.sqlite");
            try (var reader = SqliteLedger.openForReading(file, PRODUCTION)) {
                System.out.println("read " + reader.entries(0, 10).size() + " entries");
            }
            var key = SigningKey.ofSecret(Files.readAllBytes(folder.resolve("key")));
            try (var ledger = SqliteLedger.open(file, setup(key))) {
                System.out.println("wrote " + ledger.append(DRAFT).index());
            } catch (LedgerFailed e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
