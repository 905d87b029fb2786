package studio.backlot.identity.keyring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreContract;

/// Against a real GNOME Keyring, where one is installed.
@EnabledIf("studio.backlot.identity.keyring.PrivateKeyring#isInstalled")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibsecretSecretStoreTest extends SecretStoreContract {
    @TempDir private static Path folder = Path.of("");

    private PrivateKeyring keyring;

    @BeforeAll
    void start() throws IOException {
        keyring = PrivateKeyring.start(folder);
        useTheBus(keyring.address());
    }

    /// libsecret reads C's environment, which Java cannot change for its own process.
    private static void useTheBus(String address) {
        var setenv =
                new NativeLibrary("libc", Linker.nativeLinker().defaultLookup())
                        .function(
                                "setenv",
                                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            setenv.run(
                    arena.allocateFrom("DBUS_SESSION_BUS_ADDRESS"), arena.allocateFrom(address), 1);
        }
    }

    /// The process must outlive its bus: all tests after this one run in it.
    @AfterAll
    void stop() {
        keyring.close();
    }

    @Override
    protected SecretStore store() {
        return open("test/" + UUID.randomUUID());
    }

    private static SecretStore open(String service) {
        return switch (LibsecretSecretStore.open(service, false)) {
            case Keyring.Usable(SecretStore secrets) -> secrets;
            case Keyring.None(String reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void anotherStartFindsWhatAnEarlierKeptAndAnotherServiceDoesNot() {
        open("test/one").write("key", new byte[] {1});

        assertThat(open("test/one").read("key")).contains(new byte[] {1});
        assertThat(open("test/two").read("key")).isEmpty();
    }
}
