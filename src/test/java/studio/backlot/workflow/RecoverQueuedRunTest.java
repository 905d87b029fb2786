package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Milestone;
import studio.backlot.identity.SigningKey;
import studio.backlot.job.QueuedJob;
import studio.backlot.job.QueuedJob.Standing;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.workflow.CrashedProduction.Piece;
import studio.backlot.workflow.CrashedProduction.Run;
import studio.backlot.workflow.RecoveryReport.Recovered;

/// What recovery does about runs and texts of jobs in the queue.
class RecoverQueuedRunTest {
    @TempDir private Path folder = Path.of("");

    private Optional<CrashedProduction> opened = Optional.empty();

    @BeforeEach
    void make() throws Exception {
        opened =
                Optional.of(
                        CrashedProduction.create(
                                folder.resolve("production"), SigningKey.generate()));
    }

    @AfterEach
    void close() {
        production().close();
    }

    @Test
    void aRunThatCanGoOnIsLeftToTheQueueAtEachOpening() {
        Run run = production().run(1, EnumSet.of(Piece.ROW, Piece.TEXT));
        queue(run.job(), Standing.WAITING, run.prompt().id());

        for (int opening = 0; opening < 2; opening++) {
            RecoveryReport report = production().recover(Milestone.NONE);

            assertThat(report.runs())
                    .containsExactly(
                            new Recovered(
                                    run.intent(), RecoveryAction.LEAVE_TO_QUEUE, Optional.empty()));
            assertThat(production().outcomes(run)).isEmpty();
            assertThat(production().stores.jobs().unfinished()).hasSize(1);
        }
    }

    @Test
    void aRunWhosePiecesAreAllThereIsCompletedAndItsJobLeaves() {
        Run run = production().run(1, EnumSet.of(Piece.ROW, Piece.TEXT, Piece.FILE));
        queue(run.job(), Standing.WAITING, run.prompt().id());

        production().recover(Milestone.NONE);

        assertThat(production().outcomes(run)).hasSize(1);
        assertThat(production().stores.queue().jobs()).isEmpty();
    }

    @Test
    void aRunWhoseWordsAreGoneIsAbandonedAndItsJobLeaves() {
        Run run = production().run(1, EnumSet.of(Piece.ROW));
        queue(run.job(), Standing.WAITING, run.prompt().id());

        production().recover(Milestone.NONE);

        assertThat(production().outcomes(run)).hasSize(1);
        assertThat(production().stores.queue().jobs()).isEmpty();
    }

    @Test
    void wordsOfWhatWaitsStayAndThoseOfWhatWasGivenUpGo() {
        long waiting = text("a harbour");
        long dropped = text("a forest");
        queue(new UUID(4, 1), Standing.PAUSED, waiting);
        queue(new UUID(4, 2), Standing.WAITING, dropped);
        production().recover(Milestone.NONE);
        production().stores.queue().stand(new UUID(4, 2), Standing.DROPPED);

        RecoveryReport report = production().recover(Milestone.NONE);

        assertThat(report.erasedPayloads()).containsExactly(dropped);
        assertThat(production().stores.payloads().ids(0, 10)).containsExactly(waiting);
        assertThat(production().stores.queue().jobs())
                .extracting(QueuedJob::job)
                .containsExactly(new UUID(4, 1));
    }

    private long text(String words) {
        return production()
                .stores
                .payloads()
                .putAll(List.of(PayloadDraft.of(PayloadKind.PROMPT, words)))
                .getFirst()
                .id();
    }

    private void queue(UUID job, Standing standing, long payload) {
        production()
                .stores
                .queue()
                .add(
                        new QueuedJob(
                                job, Instant.EPOCH, standing, JsonObject.EMPTY, List.of(payload)));
    }

    private CrashedProduction production() {
        return opened.orElseThrow();
    }
}
