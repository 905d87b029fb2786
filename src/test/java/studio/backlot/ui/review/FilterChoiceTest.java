package studio.backlot.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.workflow.AssetFilter;

class FilterChoiceTest {
    @Test
    void statesAndUsesWidenEachOtherAndTheRestNarrows() {
        AssetFilter filter =
                FilterChoice.narrow(
                        AssetFilter.ALL,
                        Set.of(
                                FilterChoice.APPROVED,
                                FilterChoice.REJECTED,
                                FilterChoice.FINAL,
                                FilterChoice.OPEN));
        assertThat(filter.states())
                .containsExactlyInAnyOrder(ReviewState.APPROVED, ReviewState.REJECTED);
        assertThat(filter.uses()).containsExactly(UseLabel.FINAL);
        assertThat(filter.wants().hasOpenQuestions()).isTrue();
        assertThat(filter.wants().isWaitingForViewer()).isFalse();
    }

    @Test
    void withoutAChoiceTheListIsAsItWas() {
        AssetFilter waiting = AssetFilter.ALL.waitingForMe();
        assertThat(FilterChoice.narrow(waiting, Set.of())).isEqualTo(waiting);
    }
}
