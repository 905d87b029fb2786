package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

class HoldingsTest {
    private static final Canary FIRST = new Canary("Zyxomma");
    private static final Canary LAST = new Canary("Wobbegongsen");

    @TempDir private static Path made = Path.of("");

    @TempDir private Path temporary = Path.of("");

    private CrewShow crew = new CrewShow(made, new Cli(made), made);

    @BeforeAll
    static void makeShow() throws IOException {
        CrewShow.make(made);
    }

    @BeforeEach
    void copyShow() throws IOException {
        crew = CrewShow.copy(made, temporary);
    }

    @Test
    void holdingsAnswerWithEverythingInOneDocument() throws IOException {
        String id = crew.add(CrewShow.LIVE + " --alias 'La Wobbe'");
        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();
        assertThat(crew.generate("LA WOBBE by the sea").exitCode()).isZero();
        assertThat(crew.generate("nobody at all").exitCode()).isZero();
        Path out = temporary.resolve("holdings.json");

        JsonObject held =
                crew.backlot()
                        .json(
                                "consent",
                                "holdings",
                                crew.show(),
                                "wobbegongsen, zyxomma",
                                "--out",
                                out);

        assertThat(CrewShow.first(held, "consents").text("id")).contains(id);
        assertThat(
                        held.array("texts").orElseThrow().stream()
                                .map(text -> ((JsonObject) text).text("kind").orElse("")))
                .contains("person", "prompt");
        JsonObject work = held.object("work").orElseThrow();
        assertThat(work.array("runs").orElseThrow()).hasSize(2);
        assertThat(work.array("assets").orElseThrow()).hasSize(2);
        assertThat(work.array("exports").orElseThrow()).hasSize(2);
        assertThat(Files.readString(out)).contains("La Wobbe").contains("her silhouette");
        JsonObject nothing =
                crew.backlot().json("consent", "holdings", crew.show(), "Nobody Inparticular");
        assertThat(nothing.array("texts").orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void erasingAPersonOfTheRegisterLeavesNoTraceAndEveryProofValid(boolean isById)
            throws IOException {
        String id =
                crew.add(
                        CrewShow.LIVE
                                + " --compensation 'memo "
                                + FIRST.word()
                                + "' --guardian 'Old "
                                + LAST.word()
                                + "'");
        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();
        assertThat(
                        crew.generate(
                                        "portrait of w\u00f6bbegongsen, " + FIRST.word(),
                                        "--person",
                                        "Bob")
                                .exitCode())
                .isZero();
        assertThat(crew.generate("nobody at all").exitCode()).isZero();
        assertThat(
                        crew.backlot()
                                .run(
                                        "consent",
                                        "withdraw",
                                        crew.show(),
                                        id,
                                        "--reason",
                                        CrewShow.NAME + " wrote",
                                        "--person",
                                        "Ada")
                                .exitCode())
                .isZero();
        assertThat(crew.generate("again " + CrewShow.NAME).exitCode()).isEqualTo(1);
        assertThat(crew.backlot().run("consent", "list", crew.show()).out())
                .contains(CrewShow.NAME);

        Cli.Result named =
                crew.backlot()
                        .run(
                                "erase",
                                crew.show(),
                                CrewShow.NAME,
                                "--reason",
                                CrewShow.NAME + " asked",
                                "--person",
                                "Ada");
        assertThat(named.exitCode()).isEqualTo(2);
        assertThat(named.err()).contains("say it without the name");
        JsonObject erased =
                crew.backlot()
                        .json(
                                "erase",
                                crew.show(),
                                isById ? id : CrewShow.NAME.toUpperCase(Locale.ROOT),
                                "--reason",
                                "asked to",
                                "--person",
                                "Ada");

        assertThat(erased.number("erased").orElseThrow().asLong()).isGreaterThanOrEqualTo(10);
        assertThat(erased.array("packages")).contains(List.of());
        for (Canary canary : List.of(FIRST, LAST)) {
            assertThat(canary.foundIn(crew.show(), crew.backlot().appFolder())).isEmpty();
        }
        JsonObject held = crew.backlot().json("consent", "holdings", crew.show(), CrewShow.NAME);
        assertThat(held.array("texts").orElseThrow()).isEmpty();
        assertThat(everyTextOf(crew.show())).noneMatch(text -> text.contains(LAST.word()));
        JsonObject report = crew.backlot().json("ledger", "verify", crew.show());
        assertThat(report.truth("clean")).contains(true);
        assertThat(crew.generate("again with " + CrewShow.NAME).exitCode())
                .as("nobody is listed")
                .isZero();
        Cli.Result declared = crew.generate("a harbour", "--likeness", id);
        assertThat(declared.err()).contains("refused by the rule consent-withdrawn");
    }

    private List<String> everyTextOf(Path production) {
        List<String> texts = new ArrayList<>();
        for (long index = 0; index < crew.size(); index++) {
            texts.add(crew.backlot().json("ledger", "show", production, index).toString());
        }
        return texts;
    }

    @Test
    void anErasedPersonIsGoneFromTwoMachinesAndThePackageThatLeftIsNamed() throws IOException {
        String id = crew.add(CrewShow.LIVE);
        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();
        Path sent = temporary.resolve("to-rhea.backlot");
        Path card = temporary.resolve("ada.card");
        done(
                crew.backlot(),
                "submit",
                crew.show(),
                crew.size() - 2,
                "--to",
                "Rhea",
                "--use",
                "temp",
                "--answer",
                "consent-scope=within it",
                "--person",
                "Ada");
        done(
                crew.backlot(),
                "package",
                "export",
                crew.show(),
                sent,
                "--to",
                "Rhea",
                "--open",
                "prompts",
                "--person",
                "Ada");
        done(crew.backlot(), "person", "card", "--person", "Ada", "--out", card);
        var rhea = new Cli(temporary.resolve("rhea"));
        Path desk = temporary.resolve("desk");
        done(rhea, "production", "new", desk, "--preset", "small-crew", "--person", "Rhea");
        done(rhea, "person", "enrol", desk, card, "--person", "Rhea");
        done(rhea, "package", "import", desk, sent, "--person", "Rhea");
        assertThat(LAST.foundIn(temporary)).containsExactly(sent);

        JsonObject here =
                crew.backlot()
                        .json("erase", crew.show(), id, "--reason", "asked", "--person", "Ada");
        JsonObject there =
                rhea.json("erase", desk, CrewShow.NAME, "--reason", "asked", "--person", "Rhea");

        assertThat(CrewShow.first(here, "packages").text("name")).contains("to-rhea.backlot");
        assertThat(there.number("erased").orElseThrow().asLong()).isPositive();
        for (Canary canary : List.of(FIRST, LAST)) {
            assertThat(
                            canary.foundIn(
                                    crew.show(),
                                    desk,
                                    rhea.appFolder(),
                                    crew.backlot().appFolder()))
                    .isEmpty();
        }
        assertThat(rhea.json("consent", "holdings", desk, CrewShow.NAME).array("texts"))
                .contains(List.of());
        assertThat(rhea.json("ledger", "verify", desk).truth("clean")).contains(true);
        assertThat(crew.backlot().json("ledger", "verify", crew.show()).truth("clean"))
                .contains(true);
    }

    private static void done(Cli backlot, Object... words) {
        Cli.Result result = backlot.run(words);
        assertThat(result.exitCode()).as(List.of(words) + " " + result).isZero();
    }
}
