package studio.backlot.identity.keyring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A GNOME Keyring on a session bus of its own, whose files lie in a folder of the test: nobody's
/// real keyring is met.
public final class PrivateKeyring implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(20);
    private static final String SECRETS = "org.freedesktop.secrets";

    /// No services are started by this bus, least of all one that asks for a password.
    private static final String BUS =
            """
            <busconfig>
              <type>session</type>
              <listen>unix:path=SOCKET</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private PrivateKeyring(Path folder) {
        this.folder = folder;
    }

    /// Whether the programs for it are installed; says so in words where they are not.
    public static boolean isInstalled() {
        boolean isThere =
                Stream.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
                                .allMatch(PrivateKeyring::isOnThePath)
                        && NativeLibrary.load("libsecret-1.so.0").isPresent();
        if (!isThere) {
            System.out.println(
                    "not proven here: a session's keyring needs gnome-keyring, dbus and libsecret");
        }
        return isThere;
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /// Starts both, with an unlocked collection.
    public static PrivateKeyring start(Path folder) throws IOException {
        var keyring = new PrivateKeyring(folder);
        Path configuration =
                Files.writeString(
                        folder.resolve("bus.xml"),
                        BUS.replace("SOCKET", folder.resolve("bus").toString()));
        keyring.run("dbus-daemon", "--nofork", "--config-file=" + configuration);
        keyring.waitUntil("org.freedesktop.DBus");
        Process daemon =
                keyring.run(
                        "gnome-keyring-daemon",
                        "--foreground",
                        "--unlock",
                        "--components=secrets",
                        "--control-directory=" + folder.resolve("control"));
        try (var password = daemon.outputWriter()) {
            password.write("a password");
        }
        keyring.waitUntil(SECRETS);
        return keyring;
    }

    String address() {
        return "unix:path=" + folder.resolve("bus");
    }

    /// The variables with which a program finds this keyring, and no other.
    public Map<String, String> environment() {
        return Map.of(
                "DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + folder.resolve("bus"),
                "XDG_RUNTIME_DIR",
                folder.toString(),
                "XDG_DATA_HOME",
                folder.toString(),
                "HOME",
                folder.toString(),
                "DISPLAY",
                "",
                "WAYLAND_DISPLAY",
                "");
    }

    public void lock() {
        call(
                SECRETS,
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/collection/login");
    }

    private Process run(String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private void waitUntil(String name) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!call(
                "org.freedesktop.DBus",
                "/",
                "org.freedesktop.DBus.GetNameOwner",
                "string:" + name)) {
            if (System.nanoTime() > end) {
                close();
                throw new AssertionError(name + " did not come up");
            }
        }
    }

    private boolean call(String service, String path, String method, String argument) {
        try {
            Process process =
                    run(
                            "dbus-send",
                            "--session",
                            "--print-reply",
                            "--dest=" + service,
                            path,
                            method,
                            argument);
            processes.remove(process);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        for (Process process : processes.reversed()) {
            process.destroy();
            process.onExit().join();
        }
    }
}
