package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonValue.JsonObject;

/// The show's tree: what may lie where, and the versions of a slot.
class ShowTreeStoryTest {
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
    void theTreeGrowsDownwardsAndSaysWhatDoesNotFit() {
        desk().make("solo", "Ada");
        for (String[] node :
                new String[][] {
                    {"episode", "101"},
                    {"sequence", "101/020"},
                    {"shot", "101/020/0120"},
                    {"slot", "101/020/0120/sky"}
                }) {
            desk().backlot.json("show", "add", desk().show, node[0], node[1], "--person", "Ada");
        }

        assertThat(desk().backlot.run("show", "list", desk().show).out())
                .isEqualTo("101  episode\n  020  sequence\n    0120  shot\n      sky  slot\n");
        assertThat(desk().add("slot", "101/020/0120/sky").err()).contains("there is already");
        assertThat(desk().add("episode", "101/102").err())
                .contains("an episode cannot lie in an episode");
        assertThat(desk().add("shot", "102/0130").err()).contains("there is no place 102");
        assertThat(desk().add("corner", "101/x").exitCode()).isEqualTo(2);
        assertThat(desk().add("shot", "101/ ").exitCode()).isEqualTo(2);
        String plate = desk().generate("Ada", 7);
        assertThat(
                        desk().backlot
                                .run(
                                        "show",
                                        "assign",
                                        desk().show,
                                        plate,
                                        "--slot",
                                        "101/020",
                                        "--person",
                                        "Ada")
                                .err())
                .contains("101/020 is a sequence, not a slot");
        assertThat(desk().backlot.run("show", "assign", desk().show, plate).exitCode())
                .isEqualTo(2);

        desk().backlot.json("show", "remove", desk().show, "101/020", "--person", "Ada");
        assertThat(desk().backlot.run("show", "list", desk().show).out())
                .isEqualTo("101  episode\n");
    }

    @Test
    void severalPlatesForOneSlotAreVersionsInTheirOrder() {
        desk().make("solo", "Ada");
        desk().backlot.json("show", "add", desk().show, "slot", "sky", "--person", "Ada");
        String first = desk().generate("Ada", 7);
        String second = desk().generate("Ada", 8);

        JsonObject handedIn =
                desk().backlot
                        .json(
                                "submit",
                                desk().show,
                                first,
                                second,
                                "--to",
                                "Ada,Pia",
                                "--use",
                                "temp",
                                "--slot",
                                "sky",
                                "--person",
                                "Ada");

        assertThat(
                        handedIn.array("assets").orElseThrow().stream()
                                .map(one -> ((JsonObject) one).number("version").orElseThrow()))
                .extracting(number -> number.asLong())
                .containsExactly(1L, 2L);
        assertThat(handedIn.array("to").orElseThrow()).hasSize(2);
        JsonObject again =
                desk().submit("Ada", first, "--to", "Ada", "--use", "final", "--slot", "sky");
        assertThat(ReviewDesk.version(again)).isEqualTo(1);
        assertThat(desk().decideAs("Ada", first, "approved").err())
                .contains("temp and for final")
                .contains("--use");
    }
}
