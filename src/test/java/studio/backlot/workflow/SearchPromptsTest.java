package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Desk;
import studio.backlot.base.ContentHash;

class SearchPromptsTest {
    @TempDir private Path temporary = Path.of("");
    private Optional<Desk> artist = Optional.empty();
    private Optional<Desk> producer = Optional.empty();

    @BeforeEach
    void meet() throws IOException {
        artist = Optional.of(new Desk(Files.createDirectory(temporary.resolve("a")), "Ana"));
        producer = Optional.of(new Desk(Files.createDirectory(temporary.resolve("p")), "Pia"));
        ana().enrol(pia().person());
        pia().enrol(ana().person());
    }

    @AfterEach
    void leave() {
        ana().close();
        pia().close();
    }

    private Desk ana() {
        return artist.orElseThrow();
    }

    private Desk pia() {
        return producer.orElseThrow();
    }

    @Test
    void wordsAreFoundWhateverTheirCaseAndAccentsNewestFirst() {
        try (OpenProduction production = ana().open()) {
            ContentHash dawn = ana().plate(production, "1", "El Río at dawn");
            ContentHash dusk = ana().plate(production, "2", "a river, EL RIO, at dusk");
            var search = new SearchPrompts(production, ana().person());

            assertThat(assets(search.find("el rio", 9))).containsExactly(dusk, dawn);
            assertThat(assets(search.find("DAWN río", 9))).containsExactly(dawn);
            assertThat(assets(search.find("rio", 1))).containsExactly(dusk);
            assertThat(search.find("harbour", 9)).isEmpty();
            assertThat(search.find("  ", 9)).isEmpty();
        }
    }

    @Test
    void anErasedPromptIsNotFoundEvenWhereItWasFoundBefore() throws IOException {
        try (OpenProduction production = ana().open()) {
            ana().plate(production, "1", "quokkas at dawn");
            var search = new SearchPrompts(production, ana().person());
            assertThat(search.find("quokkas", 9)).hasSize(1);

            new ErasePayloads(production).run("Ana", "asked to", ana().everyday());

            assertThat(search.find("quokkas", 9)).isEmpty();
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("quokkas");
            }
        }
    }

    @Test
    void draftsOfOthersAreNotSearchedAndHandedInWorkIsWhereItsWordsCame() {
        ContentHash handedIn = ana().plate("harbour", "a harbour at dawn");
        ana().plate("another", "a harbour kept back");
        ana().submit(handedIn, "please look");
        try (OpenProduction production = ana().open()) {
            assertThat(assets(new SearchPrompts(production, pia().person()).find("harbour", 9)))
                    .containsExactly(handedIn);
        }
        Path file = temporary.resolve("work.backlot");
        ana().export(file, new PackageChoice.Everything(), "Pia", true);
        pia().take(file);
        try (OpenProduction production = pia().open()) {
            assertThat(assets(new SearchPrompts(production, pia().person()).find("harbour", 9)))
                    .containsExactly(handedIn);
        }
    }

    private static List<ContentHash> assets(List<AssetCard> cards) {
        return cards.stream().map(AssetCard::asset).toList();
    }
}
