package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaceCheckTest {
    @Test
    void facesAreAQuestionAndNeverARefusal() {
        assertThat(FaceCheck.found(0)).isEqualTo(new Decision.Allowed("faces"));
        assertThat(FaceCheck.found(1))
                .isEqualTo(
                        new Decision.Question(
                                "faces",
                                "the picture seems to show a face; is it a real person's, and who consented?"));
        assertThat(FaceCheck.found(3))
                .isEqualTo(
                        new Decision.Question(
                                "faces",
                                "the picture seems to show 3 faces; is one a real person's, and who consented?"));
    }

    @Test
    void aPictureThatWasNotLookedThroughIsAQuestionToo() {
        assertThat(FaceCheck.impossible("no finder"))
                .isEqualTo(
                        new Decision.Question(
                                "faces",
                                "the picture was not looked through for faces (no finder); does it show a real person, and who consented?"));
    }
}
