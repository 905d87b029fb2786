package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.raster.BurnIn;
import studio.backlot.raster.PngReader;

/// From a plate to a verdict: the show's tree, handing in, deciding, and what may leave for which
/// use.
class ReviewTest {
    @TempDir private Path temporary = Path.of("");

    private Optional<ReviewDesk> made = Optional.empty();

    @BeforeEach
    void makeMachine() throws IOException {
        made = Optional.of(new ReviewDesk(temporary));
    }

    private ReviewDesk desk() {
        return made.orElseThrow();
    }

    @Test
    void oneWhoWorksAloneApprovesTheirOwnPlateAndIsMarkedSoEverywhere() {
        desk().make("solo", "Ada");
        String plate = desk().generate("Ada", 7);
        assertThat(desk().exportFinal("Ada", plate).err()).contains("final-needs-approval");

        JsonObject handedIn = desk().submit("Ada", plate, "--to", "Ada", "--use", "final");
        assertThat(handedIn.text("use")).contains("final");
        assertThat(desk().exportFinal("Ada", plate).exitCode()).isEqualTo(1);
        JsonObject verdict = desk().decide("Ada", plate, "approved");
        assertThat(verdict.truth("selfApproved")).contains(true);

        Cli.Result exported = desk().exportFinal("Ada", plate);
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.json().truth("selfApproved")).contains(true);
        long record = exported.json().number("exportRecord").orElseThrow().asLong();
        assertThat(desk().backlot.run("ledger", "show", desk().show, record).out())
                .contains("\"selfApproved\":true");
        assertThat(
                        desk().backlot
                                .run("review", "list", desk().show, "--all", "--person", "Ada")
                                .out())
                .contains("approved, self-approved")
                .contains("approved by Ada: it holds")
                .contains("0 drafts are with their makers.");
        assertThat(desk().backlot.run("ledger", "verify", desk().show).exitCode()).isZero();
    }

    @Test
    void inACrewTheMakerIsNotTheApproverAndAVerdictNeedsSomeoneVouchedFor() {
        desk().make("small-crew", "Pia");
        String plate = desk().generate("Ada", 7);
        desk().submit("Ada", plate, "--to", "Pia", "--use", "final");

        assertThat(desk().decideAs("Ada", plate, "approved").err())
                .contains("refused by the rule approval")
                .contains("vouched");
        assertThat(
                        desk().backlot
                                .run("person", "enrol", desk().show, "Ada", "--person", "Pia")
                                .exitCode())
                .isZero();
        assertThat(desk().decideAs("Ada", plate, "approved").err())
                .contains("refused by the rule approval")
                .contains("made this");

        assertThat(desk().decide("Pia", plate, "approved").truth("selfApproved")).contains(false);
        Cli.Result exported = desk().exportFinal("Ada", plate);
        assertThat(exported.json().truth("selfApproved")).contains(false);
        assertThat(
                        desk().backlot
                                .run("ledger", "verify", desk().show, "--all-signatures")
                                .exitCode())
                .isZero();
    }

    @Test
    void aVerdictIsAboutOneFileOneVersionOneUse() {
        desk().make("small-crew", "Pia");
        desk().backlot.json("show", "add", desk().show, "shot", "0120", "--person", "Pia");
        desk().backlot.json("show", "add", desk().show, "slot", "0120/sky", "--person", "Pia");
        String first = desk().generate("Ada", 7);
        JsonObject one =
                desk().submit("Ada", first, "--to", "Pia", "--use", "final", "--slot", "0120/sky");
        assertThat(ReviewDesk.version(one)).isEqualTo(1);
        desk().decide("Pia", first, "approved");

        String second = desk().generate("Ada", 8);
        desk().backlot
                .json(
                        "show",
                        "assign",
                        desk().show,
                        second,
                        "--slot",
                        "0120/sky",
                        "--person",
                        "Ada");
        JsonObject two = desk().submit("Ada", second, "--to", "Pia", "--use", "final");
        assertThat(ReviewDesk.version(two)).isEqualTo(2);

        assertThat(desk().backlot.run("review", "list", desk().show).out())
                .contains(
                        "v002  final  0120/sky  by Ada for Pia: in review, changed since approved")
                .doesNotContain("v001");
        assertThat(desk().exportFinal("Ada", first).exitCode()).isZero();
        assertThat(desk().exportFinal("Ada", second).exitCode()).isEqualTo(1);
        assertThat(desk().backlot.run("show", "list", desk().show).out())
                .contains("sky  slot")
                .contains("v001  final  " + first.substring(0, 16) + "  approved")
                .contains("v002  final  " + second.substring(0, 16) + "  in review");
    }

    @Test
    void changesAreAskedForAndAnApprovalCanBeTakenBack() {
        desk().make("small-crew", "Pia");
        String plate = desk().generate("Ada", 7);
        desk().submit("Ada", plate, "--to", "Pia", "--use", "final", "--note", "the third try");
        assertThat(desk().backlot.run("review", "list", desk().show).out())
                .contains("note: the third try");

        desk().decide("Pia", plate, "changes-requested");
        JsonObject listed = desk().backlot.json("review", "list", desk().show, "--all");
        assertThat(ReviewDesk.first(listed, "works").text("state")).contains("changesRequested");
        assertThat(ReviewDesk.first(listed, "works").text("reason")).contains("it holds");
        desk().decide("Pia", plate, "approved");
        assertThat(desk().exportFinal("Ada", plate).exitCode()).isZero();
        desk().decide("Pia", plate, "rejected");
        assertThat(desk().exportFinal("Ada", plate).err()).contains("final-needs-approval");
    }

    @Test
    void whatWasNotHandedInCannotBeDecidedAbout() {
        desk().make("solo", "Ada");
        String plate = desk().generate("Ada", 7);

        assertThat(desk().decideAs("Ada", plate, "approved").err())
                .contains("nobody has handed in " + plate)
                .contains("backlot submit");
        assertThat(
                        desk().backlot
                                .run(
                                        "review",
                                        "decide",
                                        desk().show,
                                        "--asset",
                                        plate,
                                        "--decision",
                                        "perhaps",
                                        "--reason",
                                        "x")
                                .exitCode())
                .isEqualTo(2);
        assertThat(desk().backlot.run("review", "list", desk().show, "--person", "Ada").out())
                .isEqualTo("Nothing waits for a decision. 0 drafts are with their makers.\n");
    }

    @Test
    void aDraftIsItsMakersAloneUntilItIsHandedIn() {
        desk().make("solo", "Pia");
        String plate = desk().generate("Ada", 7);

        assertThat(desk().backlot.run("review", "list", desk().show, "--person", "Pia").out())
                .contains("1 draft is with its maker.");
        JsonObject forPia = desk().backlot.json("ledger", "list", desk().show, "--person", "Pia");
        assertThat(forPia.number("draftsOfOthers").orElseThrow().asLong()).isEqualTo(1);
        assertThat(ReviewDesk.events(forPia)).doesNotContain("intent", "outcome", "export");
        assertThat(
                        ReviewDesk.events(
                                desk().backlot
                                        .json("ledger", "list", desk().show, "--person", "Ada")))
                .contains("intent", "outcome", "export");
        Cli.Result shown =
                desk().backlot.run("ledger", "show", desk().show, plate, "--person", "Pia");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err()).contains("sealed-draft").contains("Ada");
        assertThat(
                        desk().backlot
                                .run(desk().export("Pia", plate, "--use", "temp", "--with-prompt"))
                                .err())
                .contains("sealed-draft");
        Cli.Result stolen =
                desk().backlot
                        .run(
                                "submit",
                                desk().show,
                                plate,
                                "--to",
                                "Pia",
                                "--use",
                                "temp",
                                "--person",
                                "Pia");
        assertThat(stolen.exitCode()).isEqualTo(1);
        assertThat(stolen.err()).contains("sealed-draft");

        desk().submit("Ada", plate, "--to", "Pia", "--use", "temp");

        assertThat(
                        desk().backlot
                                .run("ledger", "show", desk().show, plate, "--person", "Pia")
                                .exitCode())
                .isZero();
        assertThat(
                        ReviewDesk.events(
                                desk().backlot
                                        .json("ledger", "list", desk().show, "--person", "Pia")))
                .contains("intent", "outcome", "submit");
        assertThat(
                        desk().backlot
                                .run(desk().export("Pia", plate, "--use", "temp", "--with-prompt"))
                                .exitCode())
                .isZero();
    }

    @Test
    void tempIsAlwaysPossibleAndMayBeMarkedInThePixels() throws IOException {
        desk().make("solo", "Ada");
        String plate = desk().generate("Ada", 7);
        Path plain = temporary.resolve("plain.png");
        Path marked = temporary.resolve("marked.png");

        desk().backlot
                .json(
                        "export",
                        desk().show,
                        plate,
                        "--use",
                        "temp",
                        "--out",
                        plain,
                        "--person",
                        "Ada");
        JsonObject burnt =
                desk().backlot
                        .json(
                                "export",
                                desk().show,
                                plate,
                                "--use",
                                "temp",
                                "--burn-in",
                                "--out",
                                marked,
                                "--person",
                                "Ada");

        assertThat(burnt.text("burnIn")).contains(BurnIn.TEMP);
        var before = PngReader.read(Files.readAllBytes(plain)).plate();
        var after = PngReader.read(Files.readAllBytes(marked)).plate();
        assertThat(after).isEqualTo(BurnIn.on(before, BurnIn.TEMP));
        assertThat(
                        desk().backlot
                                .run(
                                        "ledger",
                                        "show",
                                        desk().show,
                                        burnt.number("exportRecord").orElseThrow().asLong())
                                .out())
                .contains("\"burnIn\":\"TEMP, NOT CLEARED\"");
        Cli.Result wrong =
                desk().backlot.run(desk().export("Ada", plate, "--use", "idea", "--burn-in"));
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("--use temp");
        assertThat(desk().backlot.run("ledger", "verify", desk().show).exitCode()).isZero();
    }

    @Test
    void aQuestionThatIsOpenIsAskedOnceAndItsAnswerHoldsForTheUseCase() {
        desk().make("solo", "Ada");
        String useCase = desk().useCase("unsure", "Ada");
        String first = desk().generate("Ada", 7);
        String second = desk().generate("Ada", 8);

        Cli.Result open =
                desk().backlot
                        .run(
                                "submit",
                                desk().show,
                                first,
                                "--to",
                                "Ada",
                                "--use",
                                "temp",
                                "--person",
                                "Ada",
                                "--json");
        assertThat(open.exitCode()).isEqualTo(1);
        assertThat(ReviewDesk.first(open.json(), "open").text("rule")).contains("use-case");
        assertThat(open.err()).contains("--answer RULE=TEXT");
        desk().submit(
                        "Ada",
                        first,
                        "--to",
                        "Ada",
                        "--use",
                        "temp",
                        "--answer",
                        "use-case=nobody can be told apart in it",
                        "--answers-for",
                        useCase);
        desk().submit("Ada", second, "--to", "Ada", "--use", "temp");

        assertThat(desk().backlot.run("review", "list", desk().show).out())
                .contains("    use-case: nobody can be told apart in it");
        Cli.Result forFinal =
                desk().backlot
                        .run(
                                "submit",
                                desk().show,
                                second,
                                "--to",
                                "Ada",
                                "--use",
                                "final",
                                "--person",
                                "Ada");
        assertThat(forFinal.err()).contains("refused by the rule use-case");
        desk().backlot
                .json(
                        "use-case",
                        "decide",
                        desk().show,
                        useCase,
                        "--decision",
                        "approved",
                        "--reason",
                        "as agreed",
                        "--person",
                        "Ada");
        desk().submit("Ada", second, "--to", "Ada", "--use", "final");
        assertThat(desk().backlot.run("ledger", "verify", desk().show).exitCode()).isZero();
    }
}
