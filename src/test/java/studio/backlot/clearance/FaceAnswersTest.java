package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EventType;

class FaceAnswersTest {
    private static final ContentHash PIXELS = ContentHash.of(new byte[] {1});

    private final FaceAnswers answers = new FaceAnswers();

    private void accept(EventType event, JsonBuilder assertions) {
        answers.accept(
                TestEntries.entry(
                        1, event, TestEntries.typed("Ada", Role.ARTIST), assertions.build()));
    }

    private static JsonBuilder look(String pixels) {
        return new JsonBuilder()
                .put("faces", List.of(new JsonBuilder().put("pixels", pixels).build()));
    }

    private static List<JsonObject> answer(String rule) {
        return List.of(new JsonBuilder().put("rule", rule).build());
    }

    @Test
    void anAnswerAtSubmitHoldsForThePicture() {
        accept(EventType.SUBMIT, look(PIXELS.hex()).put("answers", answer("faces")));

        assertThat(answers.covers(PIXELS)).isTrue();
        assertThat(answers.covers(ContentHash.of(new byte[] {2}))).isFalse();
    }

    @Test
    void anAnswerToAnotherQuestionDoesNot() {
        accept(EventType.SUBMIT, look(PIXELS.hex()).put("answers", answer("use-case")));
        accept(EventType.SUBMIT, look(PIXELS.hex()));
        accept(EventType.OUTCOME, look(PIXELS.hex()).put("answers", answer("faces")));

        assertThat(answers.covers(PIXELS)).isFalse();
    }

    @Test
    void whatIsNoHashOrNoObjectIsPassedOver() {
        accept(EventType.SUBMIT, look("no hash").put("answers", answer("faces")));
        accept(
                EventType.SUBMIT,
                new JsonBuilder()
                        .put("faces", List.of(new JsonString(PIXELS.hex())))
                        .put("answers", List.of(new JsonString("faces"))));

        assertThat(answers.covers(PIXELS)).isFalse();
    }
}
