package studio.backlot.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    private static final byte[] OLD = {1};
    private static final byte[] NEW = {2, 3};

    @TempDir private Path folder;

    @Test
    void aFileIsReplacedAsAWholeAndTheTemporaryIsGone() throws IOException {
        Path target = Files.write(folder.resolve("note"), OLD);

        DurableFile.replace(target, folder.resolve("note.tmp"), NEW);

        assertThat(target).hasBinaryContent(NEW);
        assertThat(folder.resolve("note.tmp")).doesNotExist();
    }

    @Test
    void whatCannotBeRenamedLeavesTheOldFileAndNoTemporary() throws IOException {
        Path target = folder.resolve("note");
        Files.createDirectories(target.resolve("inside"));

        assertThatThrownBy(() -> DurableFile.replace(target, folder.resolve("note.tmp"), NEW))
                .isInstanceOf(IOException.class);

        assertThat(target.resolve("inside")).isDirectory();
        assertThat(folder.resolve("note.tmp")).doesNotExist();
    }

    @Test
    void aNewFileNeverOverwritesAnother() throws IOException {
        Path file = Files.write(folder.resolve("note"), OLD);

        assertThatThrownBy(() -> DurableFile.writeNew(file, NEW))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(file).hasBinaryContent(OLD);
    }
}
