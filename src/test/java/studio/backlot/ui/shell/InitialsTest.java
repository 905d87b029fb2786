package studio.backlot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitialsTest {
    @Test
    void theFirstAndTheLastWordGiveALetterEach() {
        assertThat(Initials.of("Ada Artist")).isEqualTo("AA");
        assertThat(Initials.of("ana maría de la peña")).isEqualTo("AP");
        assertThat(Initials.of("  Wren ")).isEqualTo("W");
        assertThat(Initials.of("𝒵oe Ångström")).isEqualTo("𝒵Å");
    }

    @Test
    void nobodysNameStillHasASign() {
        assertThat(Initials.of(" ")).isEqualTo("?");
    }

    @Test
    void aShowsNameBecomesAFolderThatEverySystemTakes() {
        assertThat(FolderNames.of("The Lamp Room: Part 2/3")).isEqualTo("the-lamp-room-part-23");
        assertThat(FolderNames.of("Ñandú")).isEqualTo("ñandú");
        assertThat(FolderNames.of("../..")).isEqualTo("show");
    }
}
