package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.OtherWriter;
import studio.backlot.app.WindowDriver;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;

/// Somebody looks on in the window while another person works on the same show: the lists are there
/// and follow, and nothing can be decided.
class ReaderFollowsTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir private Path temporary = Path.of("");
    private Optional<ReviewDesk> made = Optional.empty();
    private Optional<String> second = Optional.empty();

    private ReviewDesk desk() {
        return made.orElseThrow();
    }

    @BeforeEach
    void onePlateIsHandedInAndOneIsADraft() throws IOException {
        var desk = new ReviewDesk(temporary);
        made = Optional.of(desk);
        desk.make("solo", ME);
        String first = desk.generate("Ada", 7);
        desk.submit("Ada", first, "--to", ME, "--use", "temp");
        second = Optional.of(desk.generate("Ada", 8));
        var recent =
                new JsonBuilder()
                        .put("folder", desk.show.toString())
                        .put("name", "Harbour")
                        .put("opened", Instant.EPOCH.toString())
                        .build();
        var settings =
                new JsonBuilder()
                        .put("room", "review")
                        .put("language", "en")
                        .put("motionReduced", true)
                        .put("width", 1000L)
                        .put("height", 800L)
                        .put("recent", List.of(recent))
                        .build();
        Files.write(
                desk.backlot.appFolder().resolve("settings.json"), CanonicalJson.bytes(settings));
    }

    private static void says(WindowDriver window, String id, String words) throws Exception {
        window.until(
                id + " says: " + words, () -> window.isSeen(id) && window.text(id).contains(words));
    }

    @Test
    void whatTheWriterRecordsComesToWhoeverLooksOn() throws Exception {
        Path app = desk().backlot.appFolder();
        try (OtherWriter writer = OtherWriter.open(app, desk().show, "Ada");
                WindowDriver window = WindowDriver.open(app, temporary)) {
            says(window, "banner-text", "Ada is working here");
            says(window, "review-status", "1 waits for you");
            says(window, "evidence-said", "You look on");
            assertThat(window.seen("evidence-approve").isDisabled()).isTrue();
            writer.submit(second.orElseThrow(), ME);
            says(window, "review-status", "2 wait for you");
        }
        try (Stream<Path> left = Files.list(app.resolve("following"))) {
            assertThat(left).isEmpty();
        }
    }
}
