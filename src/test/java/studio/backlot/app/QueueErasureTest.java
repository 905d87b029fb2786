package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.acceptance.Canary;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.job.JobState;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.ErasePayloads;

/// What waits in the queue is erased with the rest of a person's words.
class QueueErasureTest {
    private static final Canary PROMPT = new Canary("Zyxomma-quetzal-41");
    private static final int MANY_STEPS = 400;

    @TempDir private Path folder = Path.of("");

    @Test
    void noWordOfAnOrderLiesInTheClearAndErasingItsPersonEmptiesIt() throws Exception {
        UUID job;
        try (var desk = new QueueDesk(folder, QueueDesk.Pace.NONE)) {
            job = desk.add("the " + PROMPT.word() + " at dusk", 2);
            assertThat(desk.plate(job).excerpt()).contains(PROMPT.word());
            assertThat(PROMPT.foundIn(folder)).isEmpty();

            erase(desk, "Ada");

            assertThat(desk.plate(job).excerpt()).isEmpty();
        }
        try (var desk = new QueueDesk(folder)) {
            desk.await(plate -> plate.state() instanceof JobState.Abandoned);

            assertThat(desk.production().queue().orElseThrow().jobs()).isEmpty();
            assertThat(events(desk)).doesNotContain(EventType.INTENT);
            assertThat(PROMPT.foundIn(folder)).isEmpty();
        }
    }

    @Test
    void anOrderThatNamesAPersonIsErasedWithThem() throws Exception {
        try (var desk = new QueueDesk(folder, QueueDesk.Pace.NONE)) {
            UUID naming = desk.add("Kofi Wobbegong by the river", 2);
            UUID other = desk.add("a river", 2);

            erase(desk, "Kofi Wobbegong");

            assertThat(desk.plate(naming).excerpt()).isEmpty();
            assertThat(desk.plate(other).excerpt()).isEqualTo("a river");
        }
    }

    @Test
    void aRunThatRestsEndsAbandonedWhenItsWordsAreErased() throws Exception {
        try (var desk = new QueueDesk(folder)) {
            UUID job =
                    desk.queue()
                            .add(
                                    desk.order(
                                            PlateRequest.of(PROMPT.word())
                                                    .withInferenceSteps(MANY_STEPS)));
            desk.await(plate -> plate.step() >= 3);
            desk.queue().pause(job);
            desk.await(plate -> plate.state() instanceof JobState.Paused);

            erase(desk, "1");
            desk.queue().resume(job);
            desk.await(plate -> plate.state() instanceof JobState.Abandoned);

            assertThat(events(desk)).filteredOn(EventType.OUTCOME::equals).hasSize(1);
            assertThat(desk.production().jobs().unfinished()).isEmpty();
            assertThat(desk.production().queue().orElseThrow().jobs()).isEmpty();
            assertThat(PROMPT.foundIn(folder)).isEmpty();
        }
    }

    private static void erase(QueueDesk desk, String what) {
        var by = desk.order(PlateRequest.of("")).by();
        var _ =
                desk.production()
                        .inTurn(() ->
                                new ErasePayloads(desk.production()).run(what, "they asked", by));
    }

    private static List<EventType> events(QueueDesk desk) {
        return desk.production().ledger().entries(0, 100).stream().map(LedgerEntry::event).toList();
    }
}
