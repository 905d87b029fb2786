package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.OtherWriter;
import studio.backlot.app.WindowDriver;

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
        WindowSettings.of(desk.show, "Harbour", "review").writeIn(desk.backlot.appFolder());
    }

    @Test
    void whatTheWriterRecordsComesToWhoeverLooksOn() throws Exception {
        Path app = desk().backlot.appFolder();
        try (OtherWriter writer = OtherWriter.open(app, desk().show, "Ada");
                WindowDriver window = WindowDriver.open(app, temporary)) {
            window.says("banner-text", "Ada is working here");
            window.says("review-status", "1 waits for you");
            window.says("evidence-said", "You look on");
            assertThat(window.seen("evidence-approve").isDisabled()).isTrue();
            writer.submit(second.orElseThrow(), ME);
            window.says("review-status", "2 wait for you");
        }
        try (Stream<Path> left = Files.list(app.resolve("following"))) {
            assertThat(left).isEmpty();
        }
    }
}
