package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFileTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void wordsAreKeptWholeAndReadBackAsTheyAre() {
        Path path = folder.resolve("a.fountain");
        String words = "\uFEFFINT. CASA - DÍA\r\n\r\nÑandú 🎬\r\n";
        ScriptFile kept = ScriptFile.begin(path).keep(words);

        assertThat(ScriptFile.open(path).text()).isEqualTo(words);
        assertThat(kept.keep(words + "x").text()).endsWith("x");
    }

    @Test
    void whatAnotherProgramWroteIsNeverOverwritten() throws IOException {
        Path path = folder.resolve("a.fountain");
        ScriptFile open = ScriptFile.begin(path).keep("mine");
        Files.writeString(path, "theirs");

        assertThatThrownBy(() -> open.keep("mine, longer"))
                .isInstanceOf(ScriptFile.ScriptTrouble.class)
                .hasMessageContaining("another name");
        assertThat(Files.readString(path)).isEqualTo("theirs");
        assertThat(open.keepAt(folder.resolve("b.fountain"), "mine, longer").text())
                .isEqualTo("mine, longer");
    }

    @Test
    void aFileThatIsNoTextIsLeftAsItIs() throws IOException {
        Path path = folder.resolve("a.fountain");
        Files.write(path, new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> ScriptFile.open(path))
                .isInstanceOf(ScriptFile.ScriptTrouble.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> ScriptFile.open(folder.resolve("none")))
                .isInstanceOf(ScriptFile.ScriptTrouble.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aScriptWithoutANameTakesAFreeOne() {
        ScriptFile first = ScriptFile.beginIn(folder, "Untitled", "one");
        ScriptFile second = ScriptFile.beginIn(folder, "Untitled", "two");
        assertThat(first.path()).isEqualTo(folder.resolve("Untitled.fountain"));
        assertThat(second.path()).isEqualTo(folder.resolve("Untitled 2.fountain"));
        assertThat(ScriptFile.open(first.path()).text()).isEqualTo("one");
    }
}
