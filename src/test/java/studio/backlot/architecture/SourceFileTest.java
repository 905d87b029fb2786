package studio.backlot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The sources keep to the house's form. That each rule bites is shown by [PlantedSourcesTest].
class SourceFileTest {
    private final List<SourceFile> program = SourceFile.under(Path.of("src/main/java"));

    @Test
    void theWalkSawTheProgram() {
        assertThat(program).hasSizeGreaterThan(60);
    }

    @Test
    void theProgramsSourcesAreInOrder() {
        assertThat(program.stream().flatMap(file -> SourceRules.complaints(file).stream()))
                .isEmpty();
    }

    @Test
    void eachPackageOfTheProgramSaysWhatLivesThere() {
        assertThat(SourceRules.packagesWithoutDoc(program)).isEmpty();
    }

    @Test
    void theSourcesOfTheTestsAreInOrder() {
        assertThat(
                        SourceFile.under(Path.of("src/test/java")).stream()
                                .filter(file ->
                                        !file.name()
                                                .matches("(SourceRules|PlantedSourcesTest)\\.java"))
                                .flatMap(file -> SourceRules.complaints(file).stream()))
                .isEmpty();
    }

    @Test
    void theSourcesOfTheInstallerAreInOrder() {
        assertThat(
                        SourceFile.under(Path.of("installer")).stream()
                                .flatMap(file -> SourceRules.complaints(file).stream()))
                .isEmpty();
    }
}
