package studio.backlot.identity.keyring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;

/// The keyring of the account that the program runs in, looked for when it is first needed.
///
/// `BACKLOT_KEYRING` says `on` or `off`. Where it says neither, a Linux session's keyring is used
/// with the platform's own app folder, and none with a folder that `BACKLOT_APP_FOLDER` names: a
/// folder chosen by hand is carried about whole.
public final class SystemKeyring implements Supplier<Keyring> {
    private static final String SWITCH = "BACKLOT_KEYRING";
    private static final Set<String> SWITCH_WORDS = Set.of("on", "off", "");

    private final Path appFolder;
    private final Map<String, String> environment;
    private final String system;
    private Optional<Keyring> found = Optional.empty();

    private SystemKeyring(Path appFolder, Map<String, String> environment, String system) {
        this.appFolder = appFolder;
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    /// The keyring for the keys of an app folder. `system` is Java's `os.name`. Nothing is looked
    /// for yet. Throws [IllegalArgumentException] where the switch says something else than on or
    /// off.
    public static SystemKeyring of(Path appFolder, Map<String, String> environment, String system) {
        String chosen = environment.getOrDefault(SWITCH, "");
        if (!SWITCH_WORDS.contains(chosen.strip())) {
            throw new IllegalArgumentException(
                    SWITCH + " is \"" + chosen + "\"; it can be on or off");
        }
        return new SystemKeyring(appFolder, environment, system);
    }

    /// No keyring, without looking.
    public static Supplier<Keyring> unused() {
        return () -> new Keyring.None("no keyring is used here");
    }

    @Override
    public synchronized Keyring get() {
        if (found.isEmpty()) {
            found = Optional.of(find());
        }
        return found.get();
    }

    private Keyring find() {
        Optional<String> chosen = given(SWITCH);
        if (chosen.equals(Optional.of("off"))) {
            return new Keyring.None(SWITCH + " is off");
        }
        boolean isWanted = chosen.isPresent();
        if (!isWanted && given("BACKLOT_APP_FOLDER").isPresent()) {
            return new Keyring.None(
                    "BACKLOT_APP_FOLDER names a folder of its own and " + SWITCH + " is not on");
        }
        if (system.startsWith("windows") || system.startsWith("mac")) {
            return isWanted
                    ? ofTheDesktop()
                    : new Keyring.None("here it is used only where " + SWITCH + " is on");
        }
        return hasSessionBus()
                ? LibsecretSecretStore.open(service(), hasScreen())
                : new Keyring.None("this session has no session bus");
    }

    private Keyring ofTheDesktop() {
        return system.startsWith("mac")
                ? KeychainSecretStore.open(service())
                : WindowsSecretStore.open(service());
    }

    /// Asked before anything is loaded: GIO would start a bus of its own where there is none.
    private boolean hasSessionBus() {
        return given("DBUS_SESSION_BUS_ADDRESS").isPresent()
                || given("XDG_RUNTIME_DIR")
                        .map(folder -> Files.exists(Path.of(folder, "bus")))
                        .orElse(false);
    }

    private boolean hasScreen() {
        return given("WAYLAND_DISPLAY").or(() -> given("DISPLAY")).isPresent();
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// Another app folder has other secrets, even where it began as a copy.
    private String service() {
        return "studio.backlot/"
                + ContentHash.of(appFolder.toString().getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 16);
    }
}
