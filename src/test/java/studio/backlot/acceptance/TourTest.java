package studio.backlot.acceptance;

import static studio.backlot.acceptance.Tour.Stand.DARK;
import static studio.backlot.acceptance.Tour.Stand.GREY;
import static studio.backlot.acceptance.Tour.Stand.GREY_LIGHT;
import static studio.backlot.acceptance.Tour.Stand.LARGE_DARK;
import static studio.backlot.acceptance.Tour.Stand.LARGE_LIGHT;
import static studio.backlot.acceptance.Tour.Stand.LIGHT;
import static studio.backlot.acceptance.Tour.Stand.SMALL_DARK;
import static studio.backlot.acceptance.Tour.Stand.SMALL_LIGHT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.LongShow;
import studio.backlot.app.WindowDriver;

/// Takes the pictures of `docs/tour` anew: each screen, in the sizes, schemes and states in which
/// it must hold. Fails where a screen cannot be reached; whether it is good is for who looks.
@Tag("tour")
class TourTest {
    private static final String ME = System.getProperty("user.name");
    private static final List<String> PROMPTS =
            List.of(
                    "mountains above a lake at dusk",
                    "a calm sea under heavy clouds",
                    "desert dunes at sunrise",
                    "a forest in fog",
                    "snowy hills at night");

    @TempDir private Path temporary = Path.of("");

    private Cli backlot() {
        return new Cli(temporary.resolve("app"));
    }

    private Path show() {
        return temporary.resolve("Lighthouse");
    }

    @Test
    void theFirstStart() throws Exception {
        Path shows = temporary.resolve("shows");
        try (WindowDriver window = WindowDriver.open(temporary.resolve("app"), shows)) {
            var tour = new Tour(window);
            window.says("prompt", "mountains above a lake");
            tour.take("first-start", DARK, SMALL_LIGHT);
            window.press(KeyCode.SHORTCUT, KeyCode.COMMA);
            window.seen("settings");
            tour.take("settings", DARK, SMALL_LIGHT);
            window.press(KeyCode.ESCAPE).press(KeyCode.F1);
            window.seen("key-map");
            tour.take("keys", DARK, LIGHT);
            window.press(KeyCode.ESCAPE).press(KeyCode.SHORTCUT, KeyCode.K);
            window.type("palette-field", "re");
            tour.take("palette", DARK);
            window.press(KeyCode.ESCAPE);
            tour.command("New show");
            window.seen("new-show");
            tour.take("new-show", DARK, LIGHT);
            window.press(KeyCode.ESCAPE).press(KeyCode.ALT, KeyCode.DIGIT2);
            window.says("page", "INT. LIGHTHOUSE");
            tour.take("script", LIGHT, SMALL_DARK, LARGE_DARK);
            window.press(KeyCode.ALT, KeyCode.DIGIT3);
            window.seen("nothing-text");
            tour.take("review-empty", DARK);
        }
    }

    private void show(String preset, String... nodes) {
        backlot().json("production", "new", show(), "--preset", preset, "--person", ME);
        for (String node : nodes) {
            String kind =
                    switch (node.split("/", -1).length) {
                        case 1 -> "episode";
                        case 2 -> "sequence";
                        case 3 -> "shot";
                        default -> "slot";
                    };
            backlot().json("show", "add", show(), kind, node, "--person", ME);
        }
    }

    private String plate(String person, int number) {
        return ReviewDesk.first(
                        backlot()
                                .json(
                                        "generate",
                                        "--prompt",
                                        PROMPTS.get(number % PROMPTS.size()),
                                        "--seed",
                                        number,
                                        "--production",
                                        show(),
                                        "--person",
                                        person,
                                        "--out",
                                        temporary.resolve("plate.png")),
                        "plates")
                .text("asset")
                .orElseThrow();
    }

    @Test
    void theArtRoom() throws Exception {
        show("solo", "LH", "LH/020", "LH/020/030", "LH/020/030/bg");
        try (WindowDriver window =
                Tour.open(temporary.resolve("app"), show(), "Lighthouse", "art", "en")) {
            window.says("seal", "Recorded");
            new Tour(window).take("art-empty", DARK, LIGHT);
        }
        for (int i = 0; i < 7; i++) {
            String plate = plate(ME, i);
            backlot()
                    .json(
                            "show",
                            "assign",
                            show(),
                            plate,
                            "--slot",
                            "LH/020/030/bg",
                            "--person",
                            ME);
        }
        try (WindowDriver window =
                Tour.open(temporary.resolve("app"), show(), "Lighthouse", "art", "en")) {
            var tour = new Tour(window);
            ArtDesk.takes(window, 7);
            window.type("prompt", "a harbour at dusk, heavy clouds");
            tour.take("art", DARK, LIGHT, GREY, SMALL_DARK, SMALL_LIGHT, LARGE_DARK);
            window.click("canvas").press(KeyCode.G);
            window.seen("contact-sheet");
            tour.take("art-contact-sheet", DARK);
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.SHORTCUT, KeyCode.F);
            window.type("search-field", "dusk");
            tour.take("art-search", DARK);
            window.press(KeyCode.ESCAPE);
            tour.command("Submit");
            window.seen("submit-send");
            tour.take("submit", DARK, SMALL_LIGHT);
            window.press(KeyCode.ESCAPE).click("lamp");
            tour.take("lamp", LIGHT);
            window.press(KeyCode.ESCAPE).click("seal");
            tour.take("seal", DARK);
            window.press(KeyCode.ESCAPE);
            tour.command("Models");
            window.seen("pack-title");
            tour.take("models", DARK, SMALL_LIGHT);
        }
    }

    @Test
    void theArtRoomAtWorkAndWithoutAResult() throws Exception {
        show("small-crew", "LH", "LH/020", "LH/020/030", "LH/020/030/bg");
        plate(ME, 3);
        try (WindowDriver window =
                Tour.open(temporary.resolve("app"), show(), "Lighthouse", "art", "en")) {
            var tour = new Tour(window);
            ArtDesk.takes(window, 1);
            Files.writeString(
                    show().resolve("policy.json"),
                    Files.readString(show().resolve("policy.json"))
                            .replaceFirst(
                                    "\"protectedTitles\"\\s*:\\s*\\[[^\\]]*\\]",
                                    "\"protectedTitles\":[\"The Glass Orchard\"]"));
            window.type("prompt", "in the style of the glass orchard").click("generate");
            window.seen("jobs-open");
            window.until(
                    "the run was stopped",
                    () ->
                            window.isSeen("run-title")
                                    && window.text("run-title").contains("policy"));
            tour.take("art-stopped", DARK, SMALL_LIGHT);
            window.type("prompt", "a forest in fog").click("generate").click("jobs-open");
            window.until("it runs", () -> window.text("lamp").contains("this machine"));
            tour.running("art-running", DARK);
        }
    }

    @Test
    void theReviewRoom() throws Exception {
        show(
                "small-crew",
                "101",
                "101/020",
                "101/020/030",
                "101/020/030/bg",
                "101/020/040",
                "101/020/040/bg",
                "102",
                "102/010",
                "102/010/010",
                "102/010/010/bg");
        List<String> slots = List.of("101/020/030/bg", "101/020/040/bg", "102/010/010/bg");
        for (int i = 0; i < 9; i++) {
            backlot()
                    .json(
                            "submit",
                            show(),
                            plate("Ada", i),
                            "--to",
                            ME,
                            "--use",
                            "temp",
                            "--slot",
                            slots.get(i % slots.size()),
                            "--person",
                            "Ada");
        }
        try (WindowDriver window =
                Tour.open(temporary.resolve("app"), show(), "Lighthouse", "review", "en")) {
            var tour = new Tour(window);
            window.seen("evidence-approve");
            tour.take("review", DARK, LIGHT, GREY, GREY_LIGHT, SMALL_LIGHT, LARGE_LIGHT);
            window.click("review-table");
            tour.take("review-table", DARK);
            window.click("review-sheet").click("sheet").press(KeyCode.ENTER);
            tour.take("triage", DARK, SMALL_LIGHT);
            window.press(KeyCode.A);
            window.seen("tray-sign");
            tour.take("triage-tray", LIGHT);
            window.press(KeyCode.ESCAPE);
            window.click("nav-proof");
            tour.take("proof", LIGHT);
            tour.command("Production");
            tour.take("production-people", DARK);
            for (String part : List.of("places", "useCases", "policy", "consents", "anchors")) {
                window.click("nav-" + part);
                tour.take("production-" + part, part.equals("policy") ? SMALL_LIGHT : LIGHT);
            }
        }
    }

    @Test
    void longSpanishNames() throws Exception {
        String episode = "101 La última noche del farero";
        show(
                "small-crew",
                episode,
                episode + "/020",
                episode + "/020/030 amanecer sobre el acantilado",
                episode + "/020/030 amanecer sobre el acantilado/fondo con niebla espesa");
        for (int i = 0; i < 4; i++) {
            backlot()
                    .json(
                            "submit",
                            show(),
                            plate("María de los Ángeles Fernández-Villaverde", i),
                            "--to",
                            ME,
                            "--use",
                            "temp",
                            "--slot",
                            episode
                                    + "/020/030 amanecer sobre el acantilado/fondo con niebla espesa",
                            "--person",
                            "María de los Ángeles Fernández-Villaverde");
        }
        Path script = show().resolve("scenes/Cafe.fountain");
        Files.createDirectories(script.getParent());
        Files.write(
                script, "INT. CAF\u00c9 - DAY\n\nRain.\n".getBytes(StandardCharsets.ISO_8859_1));
        try (WindowDriver window =
                Tour.open(
                        temporary.resolve("app"),
                        show(),
                        "La última noche del farero en la isla de los naufragios",
                        "review",
                        "es")) {
            var tour = new Tour(window);
            window.seen("evidence-approve");
            tour.take("review-spanish", DARK, SMALL_LIGHT);
            window.press(KeyCode.ALT, KeyCode.DIGIT1);
            window.seen("prompt");
            tour.take("art-spanish", SMALL_DARK);
            window.press(KeyCode.ALT, KeyCode.DIGIT2);
            window.seen("strange-count");
            tour.take("script-damaged-spanish", SMALL_LIGHT);
        }
    }

    @Test
    void tenThousandPlates() throws Exception {
        LongShow.make(temporary.resolve("app"), show(), 20_000);
        try (WindowDriver window =
                Tour.open(temporary.resolve("app"), show(), "Lighthouse", "review", "en")) {
            var tour = new Tour(window);
            window.click("nav-assets");
            window.until("all are there", () -> window.text("review-status").contains("wait"));
            tour.take("review-10000", DARK, LARGE_LIGHT);
            window.click("review-table");
            tour.take("review-table-10000", SMALL_LIGHT);
        }
    }

    @Test
    void aDamagedRecord() throws Exception {
        show("solo", "LH");
        plate(ME, 1);
        flip(show().resolve("assets"));
        try (WindowDriver window =
                Tour.open(temporary.resolve("app"), show(), "Lighthouse", "review", "en")) {
            window.says("seal", "Recorded");
            window.click("seal").click("seal-check");
            window.says("seal", "Damaged");
            window.press(KeyCode.ESCAPE);
            window.until("the seal is closed", () -> !window.isSeen("seal-check"));
            window.click("nav-assets");
            window.seen("sheet");
            new Tour(window).take("damaged", DARK, LIGHT);
            window.click("banner-findings");
            new Tour(window).take("damaged-findings", LIGHT);
        }
    }

    private static void flip(Path assets) throws IOException {
        try (var files = Files.walk(assets)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                content[content.length / 2] ^= 1;
                file.toFile().setWritable(true);
                Files.write(file, content);
            }
        }
    }
}
