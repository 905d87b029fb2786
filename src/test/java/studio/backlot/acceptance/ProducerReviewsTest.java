package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.JsonValue.JsonObject;

/// A producer clears what waits for them in the window: looks, decides by keys, signs once, takes a
/// receipt, and the ledger verifies.
class ProducerReviewsTest {
    private static final String ME = System.getProperty("user.name");
    private static final String PASSPHRASE = "seven lamps at sea";

    @TempDir private Path temporary = Path.of("");
    private Optional<ReviewDesk> made = Optional.empty();

    private ReviewDesk desk() {
        return made.orElseThrow();
    }

    @BeforeEach
    void twoPlatesWaitForMe() throws IOException {
        var desk = new ReviewDesk(temporary);
        made = Optional.of(desk);
        Path passphrase = Files.writeString(temporary.resolve("passphrase"), PASSPHRASE + "\n");
        desk.backlot.json(
                "person", "passphrase", "--person", ME, "--new-passphrase-file", passphrase);
        desk.make("small-crew", ME);
        Map<String, String> nodes = new LinkedHashMap<>();
        nodes.put("101", "episode");
        nodes.put("101/0120", "shot");
        nodes.put("101/0120/sky", "slot");
        nodes.forEach((path, kind) ->
                desk.backlot.json("show", "add", desk.show, kind, path, "--person", ME));
        String first = desk.generate("Ada", 7);
        desk.submit("Ada", first, "--to", ME, "--use", "temp", "--slot", "101/0120/sky");
        String second = desk.generate("Ada", 8);
        desk.submit("Ada", second, "--to", ME, "--use", "temp", "--slot", "101/0120/sky");
        desk.generate("Ada", 9);
    }

    private WindowDriver window() throws Exception {
        WindowSettings.of(desk().show, "Harbour", "review").writeIn(desk().backlot.appFolder());
        return WindowDriver.open(desk().backlot.appFolder(), temporary);
    }

    @Test
    void whatWaitsIsDecidedByKeysSignedOnceAndProven() throws Exception {
        try (WindowDriver window = window()) {
            window.says("review-status", "2 wait for you \u00b7 1 draft is with its maker");
            window.says("evidence-title", "101 0120 \u00b7 sky");
            window.until("the slip is read", () -> window.isSeen("slip-who"));
            decide(window);
            sign(window);
            window.click("triage-close");
            window.says("nothing-text", "Nothing waits for you. 1 draft is with its maker.");
            window.click("nav-assets");
            fire(window, "slip-receipt");
            window.says("message-text", "Receipt kept");
            window.click("nav-proof").click("proof-verify");
            window.says("proof-result", "Intact");
        }
        assertRecorded();
    }

    /// Presses a button that may be scrolled out of sight.
    private static void fire(WindowDriver window, String id) throws Exception {
        var button = (Button) window.seen(id);
        WindowDriver.onWindowThread(() -> {
            button.fire();
            return true;
        });
    }

    private static void decide(WindowDriver window) throws Exception {
        window.press(KeyCode.ENTER);
        window.says("triage-name", "v002");
        window.press(KeyCode.A);
        window.says("tray-count", "1 verdict gathered");
        window.says("triage-name", "v001");
        window.press(KeyCode.C).type("triage-note", "less fog").press(KeyCode.ENTER);
        window.says("tray-count", "2 verdicts gathered");
        window.press(KeyCode.U);
        window.says("tray-count", "1 verdict gathered");
        window.press(KeyCode.R).type("triage-note", "too dark").press(KeyCode.ENTER);
        window.says("tray-count", "2 verdicts gathered");
    }

    private static void sign(WindowDriver window) throws Exception {
        window.press(KeyCode.SHORTCUT, KeyCode.ENTER);
        window.type("sign-passphrase", "not this one").click("sign-now");
        window.says("sign-wrong", "This is not the passphrase");
        window.type("sign-passphrase", PASSPHRASE).click("sign-now");
        window.says("message-text", "2 verdicts signed and recorded");
    }

    private void assertRecorded() throws IOException {
        ReviewDesk desk = desk();
        JsonObject listed = desk.backlot.json("review", "list", desk.show, "--all", "--person", ME);
        assertThat(
                        listed.array("works").orElseThrow().stream()
                                .map(work -> ((JsonObject) work).text("state").orElse("")))
                .containsExactly("rejected", "approved");
        assertThat(desk.backlot.run("ledger", "verify", desk.show, "--all-signatures").exitCode())
                .isZero();
        String key =
                desk.backlot
                        .json("production", "info", desk.show)
                        .text("logKeyWords")
                        .orElseThrow();
        try (Stream<Path> receipts = Files.list(temporary.resolve("receipts"))) {
            List<Path> files = receipts.toList();
            assertThat(files).hasSize(2);
            for (Path receipt : files) {
                Cli.Result checked = desk.backlot.run("verify-receipt", receipt, "--key", key);
                assertThat(checked.exitCode()).as(checked.toString()).isZero();
            }
        }
    }

    @Test
    void aRefusalIsSaidInWordsAndTheVerdictStaysInTheTray() throws Exception {
        ReviewDesk desk = desk();
        String mine = desk.generate(ME, 11);
        desk.submit(ME, mine, "--to", ME, "--use", "temp");
        try (WindowDriver window = window()) {
            window.says("evidence-title", "No slot yet");
            window.click("evidence-approve").click("tray-sign");
            window.type("sign-passphrase", PASSPHRASE).click("sign-now");
            window.says("message-text", "1 not recorded");
            assertThat(window.text("message-text")).contains("made this");
            assertThat(window.text("tray-count")).contains("1 verdict gathered");
        }
    }

    @Test
    void whatIsGatheredWaitsForTheSignatureWhenTheWindowCloses() throws Exception {
        try (WindowDriver window = window()) {
            window.says("evidence-title", "101 0120");
            window.click("evidence-approve");
            window.says("tray-count", "1 verdict gathered");
        }
        try (WindowDriver window = window()) {
            window.says("message-text", "1 verdict waits for your signature");
            window.says("tray-count", "1 verdict gathered");
            window.click("tray-sign").type("sign-passphrase", PASSPHRASE).click("sign-now");
            window.says("message-text", "1 verdict signed and recorded");
        }
        try (WindowDriver window = window()) {
            window.says("review-status", "1 waits for you");
            assertThat(window.isSeen("tray-count")).isFalse();
        }
    }

    @Test
    void anOpenQuestionIsAnsweredBesideTheEvidence() throws Exception {
        ReviewDesk desk = desk();
        JsonObject listed = desk.backlot.json("use-case", "list", desk.show);
        var useCase = (JsonObject) listed.array("useCases").orElseThrow().getFirst();
        String id = useCase.text("id").orElseThrow();
        desk.backlot.json(
                "use-case", "answer", desk.show, id, "--answer", "q5=unsure", "--person", ME);
        try (WindowDriver window = window()) {
            window.says("evidence-title", "101 0120");
            window.until(
                    "the use case is asked about",
                    () -> window.isSeen("evidence-questions-use-case"));
            fire(window, "evidence-questions-record");
            window.says("evidence-questions-wrong", "Every open question needs an answer");
            window.type("evidence-questions-use-case", "cleared by legal on the telephone");
            fire(window, "evidence-questions-record");
            window.until(
                    "the question is answered", () -> !window.isSeen("evidence-questions-record"));
        }
        assertThat(desk.backlot.run("ledger", "verify", desk.show, "--all-signatures").exitCode())
                .isZero();
    }

    @Test
    void aViewIsKeptAndNarrowsAgain() throws Exception {
        try (WindowDriver window = window()) {
            window.says("evidence-title", "101 0120");
            window.type("review-find", "nobody of this name");
            window.says("nothing-text", "nobody of this name");
            window.click("review-views").type("view-name", "Nobody").click("view-keep");
            window.click("filter-clear");
            window.says("evidence-title", "101 0120");
        }
        try (WindowDriver window = window()) {
            window.says("evidence-title", "101 0120");
            window.click("review-views").click("view-Nobody");
            window.says("nothing-text", "nobody of this name");
        }
    }
}
