package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.identity.keyring.PrivateKeyring;

/// A guarded key without a passphrase, in a session that has a keyring and in one that has none.
@EnabledIf("studio.backlot.identity.keyring.PrivateKeyring#isInstalled")
class KeyringStoryTest {
    @TempDir private Path folder = Path.of("");

    private List<String> run(Map<String, String> session, int exitCode, Object... words) {
        List<String> prefix = new ArrayList<>(List.of("env", "BACKLOT_KEYRING=on"));
        session.forEach((name, value) -> prefix.add(name + "=" + value));
        try (var child = new Cli(folder.resolve("app")).start(prefix, List.of(), words)) {
            List<String> lines = child.lines();
            assertThat(child.exitCode()).as(String.join("\n", lines)).isEqualTo(exitCode);
            return lines;
        }
    }

    private long secrets() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("app/secrets"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("person-"))
                    .count();
        }
    }

    @Test
    void theKeyLivesInTheKeyringAndIsMissedWithoutIt() throws IOException {
        Path show = folder.resolve("show");
        try (var keyring = PrivateKeyring.start(Files.createDirectory(folder.resolve("k")))) {
            Map<String, String> session = keyring.environment();
            run(session, 0, "production", "new", show, "--person", "Pia");
            assertThat(secrets()).as("nothing guarded was done").isEqualTo(2);
            run(session, 0, "person", "add", show, "--name", "Ben");
            assertThat(secrets()).as("Ben's guarded key is in no file").isEqualTo(3);
            run(session, 0, "person", "enrol", show, "Ben", "--person", "Pia");
            assertThat(secrets()).as("nor is Pia's").isEqualTo(2);
            run(session, 0, "person", "retire", show, "Ben", "--person", "Ben");
            Path passphrase = Files.writeString(folder.resolve("passphrase.txt"), "sesame");
            run(
                    session,
                    0,
                    "person",
                    "passphrase",
                    "--person",
                    "Ben",
                    "--new-passphrase-file",
                    passphrase);
            assertThat(secrets()).as("Ben's is sealed in a file").isEqualTo(3);

            keyring.lock();
            run(session, 0, "person", "add", show, "--name", "Dee");
            assertThat(secrets()).as("Dee's stays in a file").isEqualTo(5);
            assertThat(run(session, 1, "person", "retire", show, "Pia", "--person", "Pia"))
                    .anySatisfy(line -> assertThat(line).contains("the keyring is locked"));
        }
        Map<String, String> remote = Map.of("DBUS_SESSION_BUS_ADDRESS", "", "XDG_RUNTIME_DIR", "");
        assertThat(run(remote, 1, "person", "retire", show, "Pia", "--person", "Pia"))
                .anySatisfy(line -> assertThat(line).contains("this session has no session bus"));
        run(remote, 0, "person", "add", show, "--name", "Cy");
        assertThat(secrets()).as("Cy's stays in a file").isEqualTo(7);
    }
}
