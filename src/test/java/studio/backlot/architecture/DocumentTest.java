package studio.backlot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents tell the truth about the tree: their links lead somewhere, the tests they name
/// exist.
class DocumentTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Path folder = document.toAbsolutePath().getParent();
            for (MatchResult link : matches(LINK, document)) {
                if (folder == null || !Files.exists(folder.resolve(link.group(1)))) {
                    broken.add(document + " links to " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyTestThatADocumentNamesExists() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (SourceFile file : SourceFile.under(Path.of("src/test/java"))) {
            tests.merge(file.name(), String.join("\n", file.lines()), String::concat);
        }
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            for (MatchResult named : matches(TEST, document)) {
                String source = tests.getOrDefault(named.group(1) + ".java", "");
                String method = named.group(2);
                if (source.isEmpty() || (method != null && !source.contains(" " + method + "("))) {
                    missing.add(document + " names " + named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aBrokenLinkAndAnInventedTestWouldBeSeen() {
        assertThat(
                        LINK.matcher("see [the page](missing/page.md#part)")
                                .results()
                                .map(link -> link.group(1)))
                .containsExactly("missing/page.md");
        assertThat(
                        TEST.matcher("shown by `InventedTest.someFact`")
                                .results()
                                .map(test -> test.group(2)))
                .containsExactly("someFact");
    }

    private static List<Path> documents() throws IOException {
        List<Path> found = new ArrayList<>(List.of(Path.of("README.md")));
        for (String folder : List.of("docs", "installer", "assets")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
            }
        }
        return found;
    }

    private static List<MatchResult> matches(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document)).results().toList();
    }
}
