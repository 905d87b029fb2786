package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.JsonValue.JsonObject;

/// A producer keeps the production in the window: its people, places, use cases, rules, consents
/// and anchors; each act is recorded and the ledger verifies.
class ProducerKeepsProductionTest {
    private static final String ME = System.getProperty("user.name");
    private static final String PASSPHRASE = "seven lamps at sea";

    @TempDir private Path temporary = Path.of("");
    private Optional<ReviewDesk> made = Optional.empty();

    private ReviewDesk desk() {
        return made.orElseThrow();
    }

    @BeforeEach
    void aProduction() throws IOException {
        var desk = new ReviewDesk(temporary);
        made = Optional.of(desk);
        Path passphrase = Files.writeString(temporary.resolve("passphrase"), PASSPHRASE + "\n");
        desk.backlot.json(
                "person", "passphrase", "--person", ME, "--new-passphrase-file", passphrase);
        desk.make("solo", ME);
        assertThat(
                        desk.backlot.run(
                                "person", "add", desk.show, "--name", "Ada", "--role", "artist"))
                .matches(added -> added.exitCode() == 0);
    }

    private WindowDriver page(String part) throws Exception {
        WindowSettings.of(desk().show, "Harbour", "script").writeIn(desk().backlot.appFolder());
        WindowDriver window = WindowDriver.open(desk().backlot.appFolder(), temporary);
        window.says("shows", "show");
        window.press(KeyCode.SHORTCUT, KeyCode.K).type("palette-field", "Production");
        window.press(KeyCode.ENTER).click("nav-" + part);
        return window;
    }

    private static void choose(WindowDriver window, String list, int row) throws Exception {
        var rows = (ListView<?>) window.seen(list);
        window.until(
                "the list " + list + " has row " + row,
                () -> WindowDriver.onWindowThread(() -> rows.getItems().size() > row));
        WindowDriver.onWindowThread(() -> {
            rows.getSelectionModel().select(row);
            return true;
        });
    }

    private void assertVerified() {
        assertThat(desk().backlot.run("ledger", "verify", desk().show, "--all-signatures"))
                .matches(verified -> verified.exitCode() == 0);
    }

    @Test
    void aPersonIsVouchedForWithThePassphraseAndRetired() throws Exception {
        try (WindowDriver window = page("people")) {
            choose(window, "people", 1);
            window.click("person-vouch").type("vouch-passphrase", "not this one").click("vouch-do");
            window.says("vouch-wrong", "This is not the passphrase");
            window.type("vouch-passphrase", PASSPHRASE).click("vouch-do");
            window.says("message-text", "Ada is vouched for");
            choose(window, "people", 1);
            window.click("person-retire").type("retire-passphrase", PASSPHRASE).click("retire-do");
            window.says("message-text", "Ada is retired");
        }
        assertVerified();
    }

    @Test
    void placesAreAddedAndRemovedAndATroubleIsSaidBesideThem() throws Exception {
        try (WindowDriver window = page("places")) {
            window.type("place-path", "101").click("place-add");
            window.says("message-text", "Added: 101");
            choose(window, "places", 0);
            window.says("place-path", "101/");
            window.type("place-path", "101/LH020").click("place-add");
            window.says("message-text", "Added: 101/LH020");
            window.type("place-path", "101/LH020").click("place-add");
            window.says("trouble-places", "there is already 101/LH020");
            choose(window, "places", 1);
            window.click("place-remove").click("remove-do");
            window.says("message-text", "Removed: 101/LH020");
        }
        JsonObject tree = desk().backlot.json("show", "list", desk().show);
        assertThat(tree.toString()).contains("101").doesNotContain("LH020");
        assertVerified();
    }

    @Test
    void anotherPresetIsPutInForceAndUndone() throws Exception {
        try (WindowDriver window = page("policy")) {
            window.click("preset-streamer");
            window.says("message-text", "Streamer is in force");
            window.says("policy-since", "In force since record");
            window.click("message-action");
            window.says("message-text", "The rules before are in force again");
            window.click("preset-broadcaster");
            window.says("message-text", "Broadcaster is in force");
        }
        assertThat(desk().backlot.json("policy", "show", desk().show).text("preset"))
                .contains("broadcaster");
        assertVerified();
    }

    @Test
    void aConsentIsRecordedAnsweredForAndWithdrawn() throws Exception {
        try (WindowDriver window = page("consents")) {
            window.click("consent-add").type("consent-subject", "Marisol Fuentes");
            window.type("consent-expires", "soon").type("consent-passphrase", PASSPHRASE);
            window.click("consent-do");
            window.says("consent-wrong", "A day is written as 2026-03-01");
            window.type("consent-expires", "2099-03-01").click("consent-do");
            window.says("consent-wrong", "a consent needs its scope in words");
            window.type("consent-scope", "A painted poster in the harbour office");
            window.click("consent-do");
            window.says("message-text", "The consent of Marisol Fuentes is recorded");
            choose(window, "consents", 0);
            window.click("consent-holdings");
            window.until("the answer is there", () -> window.isSeen("holdings-keep"));
            window.click("consent-withdraw").type("withdraw-passphrase", PASSPHRASE);
            window.click("withdraw-do");
            window.says("withdraw-wrong", "Say why it is withdrawn");
            window.type("withdraw-reason", "she asked us to").click("withdraw-do");
            window.says("message-text", "Withdrawn; record");
        }
        assertThat(desk().backlot.json("consent", "list", desk().show).toString())
                .contains("withdrawnAt");
        assertVerified();
    }

    @Test
    void aUseCaseIsDeclaredAndItsPageOpens() throws Exception {
        try (WindowDriver window = page("useCases")) {
            window.click("use-add").click("use-do");
            window.says("use-wrong", "Say what the material is for");
            window.type("use-title", "Skies of the first act").click("use-do");
            window.says("message-text", "Declared: Skies of the first act");
            choose(window, "uses", 0);
            window.click("use-open");
            window.says("use-case-title", "Skies of the first act");
        }
        assertVerified();
    }

    @Test
    void checkpointsGoToAFolderThatIsChosenAndAreChecked() throws Exception {
        Path outside = temporary.resolve("outside");
        try (WindowDriver window = page("anchors")) {
            window.says("anchor-state", "Not anchored outside yet");
            window.type("anchor-folder", desk().show.toString()).click("anchor-keep");
            window.says("trouble-anchors", "lies inside the production");
            window.type("anchor-folder", outside.toString()).click("anchor-keep");
            window.says("message-text", "Checkpoints go to " + outside);
            window.says("anchor-state", "Checkpoints go outside to");
            window.click("nav-places").type("place-path", "101").click("place-add");
            window.says("message-text", "Added: 101");
            window.click("nav-anchors").click("anchor-check");
            window.says("message-text", "records");
        }
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).hasSize(1);
        }
        assertVerified();
    }
}
