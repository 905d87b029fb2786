package studio.backlot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule of [SourceRules] complains about the text planted for it, and about nothing else in
/// that text.
class PlantedSourcesTest {
    private static final String GOOD =
            """
            package studio.backlot.base;

            import java.util.List;

            /// A thing that a test made up.
            @FunctionalInterface
            public interface Thing {
                List<String> parts();
            }
            """;

    @Test
    void aSourceInOrderHasNoComplaint() {
        assertThat(complaints(GOOD)).isEmpty();
    }

    @Test
    void aFileOfMoreThan400LinesIsNamed() {
        assertThat(complaints(GOOD + "\n".repeat(400 - 9))).isEmpty();
        assertThat(complaints(GOOD + "\n".repeat(401 - 9)))
                .containsExactly(
                        "src/main/java/studio/backlot/base/Thing.java: 401 lines, at most 400");
    }

    @Test
    void aLicenceHeaderIsNamed() {
        assertThat(complaints("/* Copyright */\n" + GOOD))
                .singleElement()
                .asString()
                .contains("begins with");
    }

    @Test
    void aTypeWithoutADocIsNamed() {
        assertThat(complaints(GOOD.replace("/// A thing that a test made up.\n", "")))
                .singleElement()
                .asString()
                .endsWith("its type has no /// doc that begins with a sentence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "///",
                "/// thing",
                "/// A thing without an end",
                "/** A thing that a test made up. */"
            })
    void aDocThatIsNoSentenceIsNamed(String doc) {
        assertThat(complaints(GOOD.replace("/// A thing that a test made up.", doc))).hasSize(1);
    }

    @Test
    void aSecondTopLevelTypeIsNamed() {
        assertThat(complaints(GOOD + "\nrecord Other() {}\n"))
                .singleElement()
                .asString()
                .contains("has 2 top-level types");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TODO later",
                "// FIXME now",
                "/// @author somebody",
                "Objects.requireNonNull(parts);",
                "String s = \"Plate saved successfully\";",
                "String s = \"Done!\";",
                "String s = \"/ro" + "ot/plates\";",
                "String s = \"https:" + "//repo.maven.example\";",
                "@SuppressWarnings(\"all\")"
            })
    void aWordThatDoesNotBelongIsNamedWithItsLine(String line) {
        assertThat(complaints(GOOD.replace("    List<String> parts();", "    " + line)))
                .singleElement()
                .asString()
                .startsWith("src/main/java/studio/backlot/base/Thing.java:8: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Disabled",
                "@DisplayName(\"x\")",
                "assumeTrue(isLinux);",
                "Thread.sleep(5);",
                "import org.mockito.Mock;"
            })
    void aWordThatDoesNotBelongInATestIsNamed(String line) {
        SourceFile test =
                SourceFile.of(
                        "src/test/java/studio/backlot/base/ThingTest.java",
                        GOOD.replace("    List<String> parts();", "    " + line));
        assertThat(SourceRules.complaints(test)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"testThatItWorks", "it_works"})
    void aTestsNameThatIsNoFactIsNamed(String name) {
        SourceFile test =
                SourceFile.of(
                        "src/test/java/studio/backlot/base/ThingTest.java",
                        GOOD.replace(
                                "    List<String> parts();",
                                "    @Test\n    void " + name + "() {}"));
        assertThat(SourceRules.complaints(test)).singleElement().asString().contains(name);
    }

    @Test
    void aTextInAViewIsNamedButAnIdIsNot() {
        String view =
                GOOD.replace(
                        "    List<String> parts();",
                        "    String id = \"prompt-bar\";\n    String text = \"Generate\";");
        assertThat(
                        SourceRules.complaints(
                                SourceFile.of(
                                        "src/main/java/studio/backlot/ui/art/ThingView.java",
                                        view)))
                .singleElement()
                .asString()
                .startsWith("src/main/java/studio/backlot/ui/art/ThingView.java:9: ");
    }

    @Test
    void aPackageWithoutInfoIsNamed() {
        SourceFile info =
                SourceFile.of(
                        "src/main/java/studio/backlot/base/package-info.java",
                        "/// What is shared.\npackage x;");
        SourceFile stray = SourceFile.of("src/main/java/studio/backlot/raster/Thing.java", GOOD);
        assertThat(SourceRules.packagesWithoutDoc(List.of(source(GOOD), info, stray)))
                .containsExactly("src/main/java/studio/backlot/raster: has no package-info.java");
    }

    @Test
    void aPackageInfoThatSaysNothingIsNamed() {
        String path = "src/main/java/studio/backlot/base/package-info.java";
        assertThat(
                        SourceRules.complaints(
                                SourceFile.of(path, "/// Values that all share.\npackage x;\n")))
                .isEmpty();
        assertThat(SourceRules.complaints(SourceFile.of(path, "package x;\n"))).hasSize(1);
    }

    private static List<String> complaints(String text) {
        return SourceRules.complaints(source(text));
    }

    private static SourceFile source(String text) {
        return SourceFile.of("src/main/java/studio/backlot/base/Thing.java", text);
    }
}
