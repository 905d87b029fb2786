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
    void wordsAreKeptWholeAndReadBackAsTheyAre() throws IOException {
        Path path = folder.resolve("a.fountain");
        String words = "\uFEFFINT. CASA - DÍA\r\n\r\nÑandú 🎬\r\n";
        Files.writeString(path, words);
        ScriptFile opened = ScriptFile.open(path);

        assertThat(opened.text()).isEqualTo("INT. CASA - DÍA\n\nÑandú 🎬\n");
        assertThat(opened.strange()).isEmpty();
        assertThat(opened.keep(opened.text() + "x\n").text()).endsWith("x\n");
        assertThat(Files.readString(path)).isEqualTo(words + "x\r\n");
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
        byte[] bytes = {'a', '\n', (byte) 0xC3, (byte) 0x28, 'b'};
        Files.write(path, bytes);
        ScriptFile opened = ScriptFile.open(path);

        assertThat(opened.strange())
                .containsExactly(new StrangeText(StrangeText.Kind.NO_LETTER, 2, 2));
        assertThatThrownBy(() -> opened.keep("other words"))
                .isInstanceOf(ScriptFile.ScriptTrouble.class)
                .hasMessageContaining("another name");
        assertThat(path).hasBinaryContent(bytes);
        assertThat(opened.keepAt(folder.resolve("b.fountain"), "other words").isDamaged())
                .isFalse();
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

    @Test
    void whatNeverEndsIsNamedByItsLine() throws IOException {
        Path path =
                Files.writeString(folder.resolve("a.fountain"), "One [[note\n\nTwo /* remark\n");
        ScriptFile opened = ScriptFile.open(path);

        assertThat(opened.strange())
                .extracting(StrangeText::kind)
                .containsExactly(StrangeText.Kind.OPEN_NOTE, StrangeText.Kind.OPEN_REMARK);
        assertThat(opened.strange()).extracting(StrangeText::line).containsExactly(1, 3);
        assertThat(opened.keep("One.").text()).isEqualTo("One.");
    }

    @Test
    void theFirstScriptOfAFolderIsFound() {
        assertThat(ScriptFile.firstIn(folder.resolve("none"))).isEmpty();
        assertThat(ScriptFile.firstIn(folder)).isEmpty();
        ScriptFile second = ScriptFile.beginIn(folder, "b", "two");
        assertThat(ScriptFile.firstIn(folder)).contains(second.path());
        ScriptFile first = ScriptFile.beginIn(folder, "a", "one");
        assertThat(ScriptFile.firstIn(folder)).contains(first.path());
    }
}
