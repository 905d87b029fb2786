package studio.backlot.identity.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemKeyringTest {
    @TempDir private Path folder = Path.of("");

    private String whyNot(String system, Map<String, String> environment) {
        return SystemKeyring.of(folder, environment, system).get()
                        instanceof Keyring.None(String reason)
                ? reason
                : "there is one";
    }

    private String bus() {
        return "unix:path=" + folder.resolve("nobody");
    }

    @Test
    void theSwitchTurnsItOff() {
        assertThat(
                        whyNot(
                                "Linux",
                                Map.of(
                                        "BACKLOT_KEYRING",
                                        "off",
                                        "DBUS_SESSION_BUS_ADDRESS",
                                        bus())))
                .isEqualTo("BACKLOT_KEYRING is off");
    }

    @Test
    void theSwitchHasTwoWords() {
        assertThatThrownBy(
                        () -> SystemKeyring.of(folder, Map.of("BACKLOT_KEYRING", "maybe"), "Linux"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"maybe\"");
    }

    @Test
    void aFolderOfItsOwnKeepsItsKeysUnlessTold() {
        var apart = Map.of("BACKLOT_APP_FOLDER", "/somewhere", "DBUS_SESSION_BUS_ADDRESS", bus());
        assertThat(whyNot("Linux", apart)).contains("BACKLOT_APP_FOLDER");
        var told = Map.of("BACKLOT_APP_FOLDER", "/somewhere", "BACKLOT_KEYRING", "on");
        assertThat(whyNot("Linux", told)).isEqualTo("this session has no session bus");
    }

    @Test
    void withoutASessionBusThereIsNone() {
        assertThat(whyNot("Linux", Map.of())).isEqualTo("this session has no session bus");
        assertThat(whyNot("Linux", Map.of("XDG_RUNTIME_DIR", folder.toString(), "DISPLAY", ":0")))
                .isEqualTo("this session has no session bus");
        assertThat(whyNot("Linux", Map.of("DBUS_SESSION_BUS_ADDRESS", " ")))
                .isEqualTo("this session has no session bus");
    }

    @Test
    void whereNobodyHasRunItItIsUsedOnlyWhenToldTo() {
        for (String system : new String[] {"Windows 11", "Mac OS X"}) {
            assertThat(whyNot(system, Map.of())).contains("BACKLOT_KEYRING is on");
        }
    }

    @Test
    void unusedMeansNone() {
        assertThat(SystemKeyring.unused().get()).isInstanceOf(Keyring.None.class);
    }
}
