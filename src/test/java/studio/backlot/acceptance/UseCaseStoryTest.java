package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.Desk;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;

/// What a use case opens and closes, from its declaration to a producer's decision.
class UseCaseStoryTest {
    private static final String CANARY = "a heron nobody else knows of";

    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private RuledShow ruled = new RuledShow(Path.of(""), backlot, show, Path.of(""));

    @BeforeEach
    void installPack() throws IOException {
        ruled = RuledShow.in(temporary);
        backlot = ruled.backlot();
        show = ruled.show();
    }

    @Test
    void aUseCaseIsDeclaredAnsweredApprovedAndOpensFinalWork() throws IOException {
        ruled.make("small-crew");
        JsonObject declared =
                backlot.json("use-case", "add", show, "--title", CANARY, "--person", "Ada");
        String id = declared.text("id").orElseThrow();
        assertThat(declared.object("answers").orElseThrow().object("q1").orElseThrow().members())
                .containsOnlyKeys("statement");
        assertThat(ruled.generate("--use", "final", "--use-case", id).err())
                .contains("refused by the rule use-case")
                .contains("q1, q2, q3, q4, q5");

        Path document = temporary.resolve("letter.txt");
        Files.writeString(document, "we may");
        JsonObject answered =
                backlot.json(
                        "use-case",
                        "answer",
                        show,
                        id,
                        "--person",
                        "Ada",
                        "--answer",
                        "q1=unsure",
                        "--note",
                        "q1=" + CANARY,
                        "--document",
                        "q1=" + document,
                        "--answer",
                        "q2=yes",
                        "--answer",
                        "q3=yes",
                        "--answer",
                        "q4=yes",
                        "--answer",
                        "q5=yes");
        JsonObject q1 = answered.object("answers").orElseThrow().object("q1").orElseThrow();
        assertThat(q1.text("answer")).contains("unsure");
        assertThat(q1.text("note")).contains(CANARY);
        assertThat(q1.text("document"))
                .contains(ContentHash.of(Files.readAllBytes(document)).hex());
        assertThat(answered.truth("escalated")).contains(true);

        JsonObject made =
                RuledShow.first(
                        ruled.generate("--use", "temp", "--use-case", id, "--json").json(),
                        "plates");
        assertThat(RuledShow.first(made, "questions").text("rule")).contains("use-case");
        assertThat(RuledShow.first(made, "questions").text("explanation").orElseThrow())
                .contains("unsure to q1");
        JsonObject intent =
                ruled.entry(RuledShow.whole(made, "record") - 1).object("assertions").orElseThrow();
        assertThat(intent.object("useCase").orElseThrow().text("id")).contains(id);
        assertThat(RuledShow.words(intent, "decision")).contains("question");
        assertThat(ruled.generate("--use", "final", "--use-case", id).err()).contains("approve it");

        assertThat(ruled.decide(id, "Ada", "approved").err()).contains("vouched for Ada");
        assertThat(ruled.decide(id, "Pia", "approved").out()).contains("approved by a producer");
        assertThat(ruled.generate("--use", "final", "--use-case", id).exitCode()).isZero();
        assertThat(backlot.run("use-case", "list", show).out())
                .contains(id + "  " + CANARY)
                .contains("q1  unsure")
                .contains("note: " + CANARY)
                .contains("approved by a producer")
                .doesNotContain("self-approved");

        assertThat(
                        backlot.run(
                                        "use-case",
                                        "answer",
                                        show,
                                        id,
                                        "--person",
                                        "Ada",
                                        "--answer",
                                        "q2=no")
                                .out())
                .contains("waits for a producer");
        assertThat(ruled.generate("--use", "final", "--use-case", id).exitCode()).isEqualTo(1);
        assertThat(ruled.decide(id, "Pia", "refused").exitCode()).isZero();
        assertThat(ruled.generate("--use", "idea", "--use-case", id).err())
                .contains("a producer refused use case");
        assertThat(ruled.verify()).isZero();
        assertThat(
                        new String(
                                Files.readAllBytes(show.resolve("ledger.sqlite")),
                                StandardCharsets.ISO_8859_1))
                .doesNotContain("heron");
    }

    @Test
    void workInheritsTheUseCaseOfTheWholeShow() throws IOException {
        ruled.make("streamer");
        assertThat(ruled.generate("--use", "temp").exitCode()).isEqualTo(1);
        JsonObject declared =
                backlot.json(
                        "use-case",
                        "add",
                        show,
                        "--title",
                        "backgrounds",
                        "--answer",
                        "q1=yes",
                        "--answer",
                        "q2=yes",
                        "--answer",
                        "q3=yes",
                        "--answer",
                        "q4=yes",
                        "--answer",
                        "q5=yes");
        assertThat(declared.truth("escalated")).contains(false);

        assertThat(ruled.generate("--use", "temp").exitCode()).isZero();
        JsonObject intent = ruled.entry(ruled.lastIndex() - 2).object("assertions").orElseThrow();
        assertThat(intent.object("useCase").orElseThrow().text("id"))
                .isEqualTo(declared.text("id"));
    }

    @Test
    void aUseCaseHoldsInAPlaceOfTheShow() throws IOException {
        ruled.make("streamer");
        assertThat(backlot.run("show", "add", show, "episode", "101").exitCode()).isZero();
        assertThat(backlot.run("show", "add", show, "sequence", "101/020").exitCode()).isZero();

        assertThat(
                        backlot.json(
                                        "use-case",
                                        "add",
                                        show,
                                        "--title",
                                        "harbour",
                                        "--scope",
                                        "101/020")
                                .text("scope"))
                .contains("101/020");
        assertThat(backlot.run("use-case", "list", show).out()).contains("holds in 101/020");
        assertThat(
                        backlot.run("use-case", "add", show, "--title", "x", "--scope", "102")
                                .exitCode())
                .isEqualTo(1);
        assertThat(ruled.generate("--use", "temp").err()).contains("use-case");
    }

    @Test
    void aUseCaseTravelsWithAPackageAndIsDecidedOnAnotherMachine() throws IOException {
        try (Desk ana = new Desk(Files.createDirectory(temporary.resolve("a")), "Ana");
                Desk pia = new Desk(Files.createDirectory(temporary.resolve("p")), "Pia")) {
            ana.enrol(pia.person());
            pia.enrol(ana.person());
            var anas = new Cli(temporary.resolve("a/app"));
            var pias = new Cli(temporary.resolve("p/app"));
            Path file = temporary.resolve("work.backlot");
            String id =
                    anas.json(
                                    "use-case",
                                    "add",
                                    ana.show,
                                    "--title",
                                    CANARY,
                                    "--person",
                                    "Ana",
                                    "--answer",
                                    "q1=no",
                                    "--note",
                                    "q1=it is a portrait")
                            .text("id")
                            .orElseThrow();
            Object submission = ana.submit(ana.plate("a harbour", "harbour at dawn"), "look");
            anas.json(
                    "package",
                    "export",
                    ana.show,
                    file,
                    "--to",
                    "Pia",
                    "--submission",
                    submission,
                    "--person",
                    "Ana");
            pias.json("package", "import", pia.show, file, "--person", "Pia");

            assertThat(pias.run("use-case", "list", pia.show).out())
                    .contains(id + "  " + CANARY)
                    .contains("note: it is a portrait")
                    .contains("waits for a producer");
            assertThat(
                            pias.run(
                                            "use-case",
                                            "decide",
                                            pia.show,
                                            id,
                                            "--decision",
                                            "approved",
                                            "--reason",
                                            "seen",
                                            "--person",
                                            "Pia")
                                    .out())
                    .contains("approved by a producer");
        }
    }

    @Test
    void underSoloWhoAnswersMayApproveAndItIsSaid() throws IOException {
        ruled.make("solo");
        String id =
                backlot.json(
                                "use-case",
                                "add",
                                show,
                                "--title",
                                "all of it",
                                "--area",
                                "third-party-ip",
                                "--person",
                                "Pia")
                        .text("id")
                        .orElseThrow();

        assertThat(ruled.decide(id, "Pia", "approved").out()).contains("self-approved");
        assertThat(
                        RuledShow.first(backlot.json("use-case", "list", show), "useCases")
                                .truth("selfApproved"))
                .contains(true);
    }

    @Test
    void wrongWordsAboutUseCasesAreWrongUse() throws IOException {
        ruled.make("solo");
        String unknown = "00000000-0000-0000-0000-000000000001";

        assertThat(backlot.run("use-case", "add", show).exitCode()).isEqualTo(2);
        assertThat(backlot.run("use-case", "add", show, "--title", " ").exitCode()).isEqualTo(2);
        assertThat(backlot.run("use-case", "add", show, "--title", "t", "--area", "cooking").err())
                .contains("there is no area \"cooking\"");
        assertThat(backlot.run("use-case", "answer", show, unknown).exitCode()).isEqualTo(2);
        assertThat(backlot.run("use-case", "answer", show, "x", "--answer", "q1=yes").exitCode())
                .isEqualTo(2);
        assertThat(backlot.run("use-case", "answer", show, unknown, "--answer", "q1=maybe").err())
                .contains("yes, no, unsure, not \"maybe\"");
        assertThat(backlot.run("use-case", "answer", show, unknown, "--answer", "q6=yes").err())
                .contains("q1 to q5");
        assertThat(
                        backlot.run(
                                        "use-case",
                                        "answer",
                                        show,
                                        unknown,
                                        "--answer",
                                        "q1=yes",
                                        "--note",
                                        "q2=why")
                                .err())
                .contains("--answer q2=");
        assertThat(backlot.run("use-case", "answer", show, unknown, "--answer", "q1=yes").err())
                .contains("there is no use case");
        assertThat(ruled.generate("--use-case", unknown).err()).contains("there is no use case");
        assertThat(backlot.run("use-case", "list", show).out())
                .contains("No use case is declared")
                .contains("q5");
    }
}
