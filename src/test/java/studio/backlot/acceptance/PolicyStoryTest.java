package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;

/// The rules of a production as its people meet them: set, changed, broken.
class PolicyStoryTest {
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
    void aNewProductionHoldsThePolicyOfItsPresetAndItsRecordSaysSo() throws IOException {
        ruled.make("streamer");

        JsonObject shown = backlot.json("policy", "show", show);
        assertThat(shown.text("preset")).contains("streamer");
        assertThat(shown.array("differences")).contains(List.of());
        assertThat(RuledShow.whole(shown, "record")).isZero();
        assertThat(shown.text("file"))
                .contains(ContentHash.of(Files.readAllBytes(show.resolve("policy.json"))).hex());
        assertThat(backlot.run("policy", "check", show).out())
                .isEqualTo("Every word of the policy is understood.\n");
        assertThat(backlot.run("policy", "show", show).out())
                .contains("All rules are as in the preset.")
                .contains("In force since record 0");
        assertThat(ruled.verify()).isZero();
    }

    @Test
    void aForbiddenRunStopsBeforeTheModelWithTheRuleNamedAndIsRecorded() throws IOException {
        Files.writeString(
                ruled.pack().resolve("README.md"), "---\nlicense: gpl-3.0\n---\n# Tiny\n");
        ruled.make("streamer");

        Cli.Result refused = ruled.generate("--use", "temp");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("refused by the rule model-licence")
                .contains("gpl-3.0")
                .contains("refused by the rule use-case")
                .contains("use-case add");
        assertThat(temporary.resolve("plate.png")).doesNotExist();
        assertThat(ruled.events()).doesNotContain("intent", "outcome").endsWith("policy");
        JsonObject decision = ruled.last().object("assertions").orElseThrow();
        assertThat(decision.object("decision").orElseThrow().text("rule"))
                .contains("model-licence");
        assertThat(decision.object("decision").orElseThrow().text("act")).contains("generate");
        assertThat(RuledShow.words(decision, "rule")).containsExactly("model-licence", "use-case");
        assertThat(RuledShow.words(decision, "decision")).containsExactly("refused", "refused");
        assertThat(ruled.verify()).isZero();
    }

    @Test
    void aChangedFileChangesTheVerdictAndIsRecordedBeforeTheNextAct() throws IOException {
        ruled.make("solo");
        Path file = show.resolve("policy.json");
        String solo = Files.readString(file);
        assertThat(ruled.generate().exitCode()).isZero();

        Files.writeString(file, solo.replace("\"any\"", "[\"Apache-2.0\"]"));
        assertThat(backlot.run("policy", "show", show).out())
                .contains("/models/licences  [\"Apache-2.0\"]  (in the preset \"any\")")
                .contains("the next act records it");
        Cli.Result refused = ruled.generate();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("model-licence").contains("mit");
        assertThat(ruled.events()).endsWith("export", "policy", "policy");

        Files.writeString(file, solo);
        assertThat(ruled.generate().exitCode()).isZero();
        assertThat(ruled.events())
                .endsWith("policy", "policy", "policy", "intent", "outcome", "export");
        JsonObject adopted = ruled.entry(ruled.lastIndex() - 3).object("assertions").orElseThrow();
        assertThat(adopted.object("policy").orElseThrow().text("adopted")).contains("found");
        assertThat(adopted.object("policy").orElseThrow().text("file"))
                .contains(ContentHash.of(Files.readAllBytes(file)).hex());
        JsonObject intent = ruled.entry(ruled.lastIndex() - 2).object("assertions").orElseThrow();
        assertThat(RuledShow.words(intent, "rule")).contains("model-licence", "use-case");
        assertThat(RuledShow.words(intent, "policy"))
                .containsOnly(ContentHash.of(Files.readAllBytes(file)).hex());
        assertThat(ruled.verify()).isZero();
    }

    @Test
    void aPolicyThatCannotBeUsedStopsWorkAndSaysWhy() throws IOException {
        ruled.make("solo");
        Path file = show.resolve("policy.json");
        Files.writeString(file, Files.readString(file).replace("licences", "licenses"));
        List<String> before = ruled.events();

        Cli.Result refused = ruled.generate();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("refused by the rule policy")
                .contains("/models/licenses")
                .contains("did you mean \"licences\"?");
        assertThat(ruled.events()).isEqualTo(before);
        Cli.Result check = backlot.run("policy", "check", show);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).startsWith("/models/licenses: ");
        assertThat(backlot.run("policy", "check", file)).isEqualTo(check);
        assertThat(ruled.verify()).isZero();

        assertThat(
                        backlot.run("policy", "set", show, "--preset", "solo", "--person", "Pia")
                                .exitCode())
                .isZero();
        assertThat(ruled.generate().exitCode()).isZero();
    }

    @Test
    void aPolicyThatIsGoneStopsWork() throws IOException {
        ruled.make("solo");
        Files.delete(show.resolve("policy.json"));

        assertThat(ruled.generate().exitCode()).isEqualTo(1);
        assertThat(ruled.generate().err()).contains("the file is gone");
        assertThat(backlot.run("policy", "check", show).exitCode()).isEqualTo(1);
        assertThat(ruled.verify()).isZero();

        JsonObject set = backlot.json("policy", "set", show, "--preset", "solo", "--person", "Pia");
        assertThat(RuledShow.whole(set, "version")).isEqualTo(2);
        assertThat(ruled.generate().exitCode()).isZero();
    }

    @Test
    void aProducerPutsOwnRulesInForceAndOthersMayNot() throws IOException {
        ruled.make("small-crew");
        Path own = temporary.resolve("own.json");
        Files.writeString(
                own,
                "{\"schema\":\"backlot.policy/1\",\"preset\":\"small-crew\",\"version\":3,"
                        + "\"protectedTitles\":[\"The Long Night\"]}");
        assertThat(backlot.run("policy", "set", show, "--file", own, "--person", "Ada").err())
                .contains("refused by the rule policy-change")
                .contains("person enrol");

        JsonObject set = backlot.json("policy", "set", show, "--file", own, "--person", "Pia");
        assertThat(RuledShow.whole(set, "version")).isEqualTo(3);
        assertThat(Files.readString(show.resolve("policy.json"))).isEqualTo(Files.readString(own));
        assertThat(backlot.run("policy", "show", show).out())
                .contains("/protectedTitles  [\"The Long Night\"]  (in the preset [])")
                .contains("by Pia");
        Files.writeString(own, "{}");
        assertThat(backlot.run("policy", "set", show, "--file", own, "--person", "Pia").exitCode())
                .isEqualTo(1);
        assertThat(RuledShow.whole(backlot.json("policy", "show", show), "version")).isEqualTo(3);
        assertThat(backlot.run("policy", "set", show, "--person", "Pia").exitCode()).isEqualTo(2);
        assertThat(ruled.verify()).isZero();
    }
}
