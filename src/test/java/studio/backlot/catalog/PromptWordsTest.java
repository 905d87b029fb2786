package studio.backlot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.catalog.file.FilePackHashes;

class PromptWordsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void thingsAreNamedOnceInLowerCaseAndSmallWordsNever() {
        assertThat(PromptWords.of("The old Lighthouses, with a lighthouse and grass"))
                .containsExactly("grass", "lighthouse");
        assertThat(PromptWords.of("")).isEmpty();
    }

    @Test
    void theBundledPackSaysWhichWordsItsCardDoesNotName() {
        var hasher =
                new PackHasher(
                        FilePackHashes.open(folder.resolve("hashes.json")), InstantSource.system());
        ModelPack pack = ModelPack.open(Path.of("models/backdrop-mini"), hasher);
        assertThat(pack.unknownIn("a lighthouse at dusk, storm clouds and mountains"))
                .doesNotContain("lighthouse", "dusk", "storm", "mountain");
        assertThat(pack.unknownIn("an alley at night")).containsExactly("alley");
    }
}
