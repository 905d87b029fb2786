package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.job.JobState;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.workflow.QueuedPlate;

class PlateQueueTest {
    private static final int MANY_STEPS = 400;

    @TempDir private Path folder = Path.of("");

    @Test
    void jobsAreMadeInTheirOrderAndRecorded() throws Exception {
        try (var desk = new QueueDesk(folder)) {
            UUID first = desk.add("a harbour at dusk", 3);
            UUID second = desk.add("a forest", 3);

            QueuedPlate done = desk.await(plate -> isDone(plate, second));

            assertThat(desk.plate(first).state()).isInstanceOf(JobState.Done.class);
            assertThat(desk.plate(first).excerpt()).isEqualTo("a harbour at dusk");
            assertThat(done.outcome()).isPresent();
            assertThat(done.step()).isEqualTo(3);
            assertThat(desk.production().queue().orElseThrow().jobs()).isEmpty();
            assertThat(desk.production().jobs().unfinished()).isEmpty();
            assertThat(count(desk, EventType.INTENT)).isEqualTo(2);
            assertThat(desk.queue().estimate(desk.order(PlateRequest.of("a lake")))).isPresent();
        }
    }

    @Test
    void aJobThatRestsGoesOnToTheSamePictureInAnotherSession() throws Exception {
        UUID job;
        int rested;
        try (var desk = new QueueDesk(folder)) {
            UUID whole = desk.add("a bridge", MANY_STEPS);
            desk.await(plate -> isDone(plate, whole));
            job = desk.add("a bridge", MANY_STEPS);
            desk.await(plate -> plate.id().equals(job) && plate.step() >= 5);
            desk.queue().pause(job);
            rested = desk.await(plate -> plate.state() instanceof JobState.Paused).step();
        }
        try (var desk = new QueueDesk(folder)) {
            assertThat(desk.plate(job).state()).isInstanceOf(JobState.Paused.class);
            assertThat(desk.plate(job).step()).isEqualTo(rested).isBetween(5, MANY_STEPS - 1);

            desk.queue().resume(job);
            int next = desk.await(plate -> plate.step() > rested).step();
            QueuedPlate done = desk.await(plate -> isDone(plate, job));

            assertThat(next).isEqualTo(rested + 1);
            assertThat(count(desk, EventType.INTENT)).isEqualTo(2);
            assertThat(QueueDesk.pixels(done.outcome().orElseThrow()))
                    .isEqualTo(QueueDesk.pixels(firstPicture(desk)));
        }
    }

    @Test
    void closingKeepsTheJobAtWorkAndTheNextOpeningFinishesIt() throws Exception {
        UUID job;
        UUID waiting;
        try (var desk = new QueueDesk(folder)) {
            job = desk.add("a tower", MANY_STEPS);
            waiting = desk.add("a cellar", 2);
            desk.await(plate -> plate.step() >= 3);
        }
        try (var desk = new QueueDesk(folder)) {
            desk.await(plate -> isDone(plate, waiting));

            assertThat(desk.plate(job).state()).isInstanceOf(JobState.Done.class);
            assertThat(count(desk, EventType.INTENT)).isEqualTo(2);
            assertThat(count(desk, EventType.OUTCOME)).isEqualTo(2);
        }
    }

    @Test
    void aStoppedJobEndsInACancelledOutcomeAndOneThatNeverBeganInNone() throws Exception {
        try (var desk = new QueueDesk(folder)) {
            UUID atWork = desk.add("a tower", MANY_STEPS);
            UUID waiting = desk.add("a cellar", 2);
            desk.await(plate -> plate.step() >= 3);

            desk.queue().stop(waiting);
            desk.queue().stop(atWork);
            desk.await(plate ->
                    plate.id().equals(atWork) && plate.state() instanceof JobState.Cancelled);

            assertThat(desk.plate(waiting).state()).isInstanceOf(JobState.Cancelled.class);
            assertThat(count(desk, EventType.INTENT)).isEqualTo(1);
            assertThat(count(desk, EventType.OUTCOME)).isEqualTo(1);
            desk.queue().stop(waiting);
            assertThat(desk.queue().plates()).hasSize(1);
        }
        try (var desk = new QueueDesk(folder)) {
            assertThat(desk.queue().plates()).isEmpty();
            assertThat(desk.production().payloads().ids(0, 100)).hasSize(2);
        }
    }

    @Test
    void jobsChangePlaces() throws Exception {
        try (var desk = new QueueDesk(folder)) {
            UUID atWork = desk.add("a tower", MANY_STEPS);
            UUID second = desk.add("a cellar", 2);
            UUID third = desk.add("an attic", 2);
            desk.queue().pause(second);

            desk.queue().move(third, 0);

            assertThat(desk.queue().plates())
                    .extracting(QueuedPlate::id)
                    .containsExactly(third, atWork, second);
            desk.await(plate -> isDone(plate, third));
        }
        try (var desk = new QueueDesk(folder)) {
            assertThat(desk.queue().plates()).hasSize(1);
        }
    }

    @Test
    void anOrderThatCannotWaitIsRefusedAtOnce() throws Exception {
        try (var desk = new QueueDesk(folder)) {
            var choice = SchedulerChoice.of("ddim", studio.backlot.base.JsonValue.JsonObject.EMPTY);
            assertThatThrownBy(() ->
                            desk.queue()
                                    .add(
                                            desk.order(
                                                    PlateRequest.of("a lake")
                                                            .withScheduler(choice))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("choose one by name");
            assertThat(desk.queue().plates()).isEmpty();
        }
    }

    private static boolean isDone(QueuedPlate plate) {
        return plate.state() instanceof JobState.Done;
    }

    private static boolean isDone(QueuedPlate plate, UUID job) {
        return plate.id().equals(job) && isDone(plate);
    }

    private static long count(QueueDesk desk, EventType event) {
        return desk.production().ledger().entries(0, 100).stream()
                .filter(entry -> entry.event() == event)
                .count();
    }

    private static LedgerEntry firstPicture(QueueDesk desk) {
        return desk.production().ledger().entries(0, 100).stream()
                .filter(entry -> entry.assertions().object("output").isPresent())
                .findFirst()
                .orElseThrow();
    }
}
