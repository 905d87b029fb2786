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
import studio.backlot.base.JsonValue.JsonObject;

/// Persons through the command line: who began, who vouches, who signs.
class PersonsTest {
    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");

    @BeforeEach
    void makeProduction() {
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        backlot.json("production", "new", show, "--person", "Pia", "--preset", "small-crew");
    }

    private List<String> standings() {
        return backlot.json("person", "list", show).array("persons").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .map(person ->
                        person.text("name").orElse("") + ": " + person.text("standing").orElse(""))
                .toList();
    }

    private Path passphrase(String words) throws IOException {
        return Files.writeString(temporary.resolve(words + ".txt"), words + "\n");
    }

    @Test
    void whoBeginsAProductionVouchesForThemself() {
        assertThat(standings()).containsExactly("Pia: began this production, vouches for themself");
        Cli.Result verified = backlot.run("ledger", "verify", show, "--all-signatures");
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("Pia began this ledger");
    }

    @Test
    void aPersonFromAnotherMachineIsEnrolledByTheirCard() throws IOException {
        var other = new Cli(temporary.resolve("other"));
        Path elsewhere = temporary.resolve("elsewhere");
        other.json("production", "new", elsewhere, "--person", "Ben");
        Path card = temporary.resolve("ben.json");
        assertThat(other.run("person", "card", "--person", "Ben", "--out", card).exitCode())
                .isZero();

        backlot.json("person", "enrol", show, card, "--person", "Pia", "--role", "artist");
        assertThat(standings()).contains("Ben: vouched for");
        Cli.Result verified = backlot.run("ledger", "verify", show, "--all-signatures");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }

    @Test
    void nobodyVouchesForThemself() {
        Cli.Result added = backlot.run("person", "add", show, "--name", "Ben", "--role", "artist");
        assertThat(added.exitCode()).isZero();
        assertThat(added.err()).contains("no passphrase");
        assertThat(standings()).contains("Ben: nobody has vouched");

        Cli.Result refused = backlot.run("person", "enrol", show, "Ben", "--person", "Ben");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("only a producer who is vouched for");
        assertThat(standings()).contains("Ben: nobody has vouched");

        backlot.json("person", "enrol", show, "Ben", "--person", "Pia");
        assertThat(standings()).contains("Ben: vouched for");
    }

    @Test
    void theGuardedKeyNeedsItsPassphrase() throws IOException {
        assertThat(
                        backlot.run(
                                        "person",
                                        "passphrase",
                                        "--person",
                                        "Pia",
                                        "--new-passphrase-file",
                                        passphrase("right"))
                                .exitCode())
                .isZero();
        backlot.run("person", "add", show, "--name", "Ben");

        Cli.Result unasked = backlot.run("person", "enrol", show, "Ben", "--person", "Pia");
        assertThat(unasked.exitCode()).isEqualTo(2);
        assertThat(unasked.err()).contains("--passphrase-file");
        Cli.Result wrong =
                backlot.run(
                        "person",
                        "enrol",
                        show,
                        "Ben",
                        "--person",
                        "Pia",
                        "--passphrase-file",
                        passphrase("wrong"));
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(standings()).contains("Ben: nobody has vouched");

        backlot.json(
                "person",
                "enrol",
                show,
                "Ben",
                "--person",
                "Pia",
                "--passphrase-file",
                passphrase("right"));
        assertThat(standings()).contains("Ben: vouched for");
    }

    @Test
    void keysAreReplacedAndPersonsRetired() {
        backlot.run("person", "add", show, "--name", "Ben");
        backlot.json("person", "enrol", show, "Ben", "--person", "Pia");
        assertThat(backlot.run("person", "replace-keys", show, "--person", "Pia").exitCode())
                .isZero();
        assertThat(backlot.run("person", "retire", show, "Ben", "--person", "Pia").exitCode())
                .isZero();

        assertThat(standings())
                .containsExactly(
                        "Pia: began this production, vouches for themself", "Ben: retired");
        Cli.Result verified = backlot.run("ledger", "verify", show, "--all-signatures");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }

    @Test
    void replacedKeysSignInEachProductionWhereTheyHold() {
        Path other = temporary.resolve("other-show");
        backlot.json("production", "new", other, "--person", "Pia", "--preset", "small-crew");
        replaceKeys(show);

        // the other production still knows the old keys
        backlot.json("show", "add", other, "episode", "101", "--person", "Pia");
        assertThat(verified(other)).isZero();

        replaceKeys(other);
        assertThat(guarded(other)).isEqualTo(guarded(show));
        backlot.json("show", "add", other, "episode", "102", "--person", "Pia");
        assertThat(verified(other)).isZero();
        assertThat(verified(show)).isZero();
    }

    @Test
    void whoIsRetiredSignsNothingMore() {
        backlot.run("person", "add", show, "--name", "Ben");
        backlot.json("person", "retire", show, "Ben", "--person", "Pia");

        Cli.Result refused = backlot.run("show", "add", show, "episode", "101", "--person", "Ben");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Ben cannot sign in this production", "person enrol");
        assertThat(verified(show)).isZero();
    }

    private void replaceKeys(Path production) {
        assertThat(backlot.run("person", "replace-keys", production, "--person", "Pia").exitCode())
                .isZero();
    }

    private int verified(Path production) {
        return backlot.run("ledger", "verify", production, "--all-signatures").exitCode();
    }

    private List<String> guarded(Path production) {
        return backlot.json("person", "list", production).array("persons").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .map(person -> person.text("guarded").orElse(""))
                .toList();
    }

    @Test
    void whoIsUnknownIsNamedWithTheNextStep() {
        Cli.Result nobody = backlot.run("person", "enrol", show, "Zoe", "--person", "Pia");

        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("nobody is enrolled as \"Zoe\"", "card");
    }
}
