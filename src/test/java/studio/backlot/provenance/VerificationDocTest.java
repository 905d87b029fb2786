package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/verification.md` explains every code that a verification can give.
class VerificationDocTest {
    private static final List<Path> SOURCES =
            List.of(
                    Path.of("src/main/java/studio/backlot/provenance"),
                    Path.of("src/main/java/studio/backlot/handover/ImportCheck.java"));
    private static final Pattern CODE =
            Pattern.compile(
                    "\"((?:ledger|database|schema|entry|outcome|intent|redaction|head|checkpoint|key|outside|payload|asset|model|person|receipt|import)"
                            + "\\.[a-z][A-Za-z]+)\"");
    private static final Set<String> FILES = Set.of("ledger.sqlite", "payload.sqlite");

    @Test
    void everyCodeIsExplained() throws IOException {
        String doc = Files.readString(Path.of("docs/verification.md"));
        Set<String> codes = new TreeSet<>();
        for (Path part : SOURCES) {
            try (Stream<Path> sources = Files.walk(part)) {
                for (Path source :
                        sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                    CODE.matcher(Files.readString(source))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(codes::add);
                }
            }
        }
        for (String kind : List.of("head", "checkpoint")) {
            codes.addAll(
                    List.of(
                            kind + ".noteMalformed",
                            kind + ".originMismatch",
                            kind + ".signatureInvalid"));
        }
        codes.removeAll(FILES);

        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(codes).allSatisfy(code -> assertThat(doc).contains("`" + code + "`"));
    }
}
