package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

class ConsentTest {
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
    void aPromptThatNamesAPersonWhoAgreedToNothingStopsBeforeTheModel() {
        String id = crew.add("--none");
        long before = crew.size();

        Cli.Result refused = crew.generate("a portrait of zyxomma  WOBBEGONGSEN\u2019s house");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("refused by the rule listed-name")
                .contains("[[zyxomma  WOBBEGONGSEN]]")
                .contains(id);
        assertThat(crew.event(before)).isEqualTo("policy");
        assertThat(crew.size()).isEqualTo(before + 1);
        assertThat(crew.generate("wobbly songs at dawn").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consent-expired|--replica ICDR --scope s --signed-separately --expires 2020-01-01",
                "consent-other-project|--replica ICDR --scope s --signed-separately --project Elsewhere",
                "consent-notice|--replica EBDR --scope s --signed-separately",
                "consent-notice|--replica BADR --scope s --signed-separately --notice-at 2026-01-02T10:00:00Z --scan-at 2026-01-03",
                "consent-guardian|--replica ICDR --scope s --signed-separately --minor",
                "consent-representative|--replica ICDR --scope s --signed-separately --deceased",
                "consent-separate-signature|--replica ICDR --scope s"
            })
    void aConsentThatMissesAClauseIsRefusedByItsName(String clause, String options) {
        String id = crew.add(options);

        for (Cli.Result refused :
                List.of(
                        crew.generate("with " + CrewShow.NAME),
                        crew.generate("a harbour", "--likeness", id))) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("refused by the rule " + clause);
        }
    }

    @Test
    void aLiveConsentLetsTheNameAndTheLikenessPassAndKeepsItsScopeAsAQuestion() {
        String id = crew.add(CrewShow.LIVE);
        long before = crew.size();

        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();

        JsonObject used = CrewShow.first(crew.assertions(before), "consents");
        assertThat(used.text("consent")).contains(id);
        assertThat(used.truth("named")).contains(true);
        assertThat(used.truth("declared")).contains(false);
        assertThat(crew.decisions(before)).contains("consent-scope question");
        assertThat(crew.generate("a harbour", "--likeness", id).exitCode()).isZero();
        assertThat(CrewShow.first(crew.assertions(before + 3), "consents").truth("declared"))
                .contains(true);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(temporary.resolve("consent.txt"), List.of(lines));
    }

    @Test
    void aFileSaysAConsentWithoutTheWordsOfACommand() throws IOException {
        Path file =
                file(
                        "# as signed on Tuesday",
                        "subject: " + CrewShow.NAME,
                        "alias: Zyx: the W.",
                        "",
                        "replica: ICDR",
                        "scope: backgrounds, no close-ups",
                        "signed-separately: yes",
                        "minor: no");

        Cli.Result added = crew.addFrom(file, "--json");
        assertThat(added.exitCode()).as(added.err()).isZero();
        assertThat(added.out()).contains("Zyx: the W.").contains("backgrounds, no close-ups");
        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedByItsLine() throws IOException {
        for (String line : List.of("minor: perhaps", "scope:", "just words")) {
            Cli.Result refused = crew.addFrom(file("subject: Jane Doe", line));
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("line 2 of").contains("consent.txt");
        }
        Cli.Result unknown = crew.addFrom(file("subject: Jane Doe", "shoe-size: 42"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--shoe-size");
        Cli.Result nobody = crew.addFrom(file("none: yes"));
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("whose consent");
        Cli.Result twice = crew.addFrom(file("subject: Jane Doe", "none: yes"), "--minor");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).contains("leave out the other options");
    }

    @Test
    void aLikenessNeedsAConsentThatIsThere() {
        Cli.Result unknown =
                crew.generate("a harbour", "--likeness", "00000000-0000-0000-0000-000000000001");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("there is no consent").contains("consent list");
        assertThat(crew.generate("a harbour", "--likeness", "Jane").exitCode()).isEqualTo(2);
    }

    @Test
    void aWithdrawalListsAllItTouchedAndStopsTheNextRun() {
        String id = crew.add(CrewShow.LIVE);
        long first = crew.size();
        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();
        assertThat(crew.generate("a harbour", "--likeness", id).exitCode()).isZero();
        assertThat(crew.generate("nobody at all").exitCode()).isZero();

        JsonObject withdrawn =
                crew.backlot()
                        .json(
                                "consent",
                                "withdraw",
                                crew.show(),
                                id,
                                "--reason",
                                "changed their mind",
                                "--person",
                                "Ada");

        JsonObject touched = withdrawn.object("touched").orElseThrow();
        assertThat(CrewShow.numbers(touched, "runs")).containsExactly(first, first + 3);
        assertThat(touched.array("assets").orElseThrow()).hasSize(2);
        assertThat(touched.array("exports").orElseThrow()).hasSize(2);
        Cli.Result refused = crew.generate("with " + CrewShow.NAME);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("refused by the rule consent-withdrawn");
        Cli.Result again =
                crew.backlot()
                        .run(
                                "consent",
                                "withdraw",
                                crew.show(),
                                id,
                                "--reason",
                                "x",
                                "--person",
                                "Ada");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("withdrawn already");
        assertThat(crew.backlot().run("consent", "list", crew.show()).out())
                .contains("withdrawn 2");
    }

    @Test
    void onlyASecondPersonLetsAStopPass() {
        String id = crew.add("--none");
        crew.override(id, "Ada");
        assertThat(crew.generate("with " + CrewShow.NAME).exitCode())
                .as("her own override")
                .isEqualTo(1);

        crew.override(id, "Grace");
        long before = crew.size();

        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();
        JsonObject used = CrewShow.first(crew.assertions(before), "consents");
        assertThat(used.number("override")).isPresent();
        assertThat(crew.decisions(before)).contains("listed-name allowed");
        assertThat(crew.backlot().run("override", "list", crew.show()).out())
                .contains("listed-name")
                .contains("Grace");
    }

    @Test
    void whoNobodyVouchedForLetsNothingPass() {
        String id = crew.add("--none");
        Cli.Result refused =
                crew.backlot()
                        .run(
                                "override",
                                "add",
                                crew.show(),
                                "--rule",
                                "listed-name",
                                "--for",
                                id,
                                "--reason",
                                "fine",
                                "--person",
                                "Mallory");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("refused by the rule override").contains("Mallory");
    }

    @Test
    void aProtectedTitleStopsToo() throws IOException {
        Path policy = crew.show().resolve("policy.json");
        String json = Files.readString(policy);
        Files.writeString(
                policy,
                json.replaceFirst(
                        "\"protectedTitles\"\\s*:\\s*\\[\\s*\\]",
                        "\"protectedTitles\":[\"The Glass Orchard\"]"));

        Cli.Result refused = crew.generate("in the style of the glass orchard");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("refused by the rule protected-title")
                .contains("[[the glass orchard]]");
        assertThat(
                        crew.backlot()
                                .run(
                                        "override",
                                        "add",
                                        crew.show(),
                                        "--rule",
                                        "protected-title",
                                        "--for",
                                        "The Glass Orchard",
                                        "--reason",
                                        "licensed",
                                        "--person",
                                        "Grace")
                                .exitCode())
                .isZero();
        assertThat(crew.generate("in the style of the glass orchard").exitCode()).isZero();
    }

    @Test
    void aProductionOfOnePersonIsAskedAndNotStopped() {
        crew = crew.with(temporary.resolve("solo"));
        assertThat(
                        crew.backlot()
                                .run("production", "new", crew.show(), "--person", "Ada")
                                .exitCode())
                .isZero();
        crew.add("--none");
        long before = crew.size();

        assertThat(crew.generate("with " + CrewShow.NAME).exitCode()).isZero();

        assertThat(crew.decisions(before)).contains("listed-name question");
    }
}
