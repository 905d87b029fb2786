package studio.backlot.job.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.job.JobState;
import studio.backlot.job.QueueStore;
import studio.backlot.job.QueuedJob;
import studio.backlot.job.QueuedJob.Standing;
import studio.backlot.sqlite.Migrations;
import studio.backlot.sqlite.SqliteDatabase;

class SqliteQueueStoreTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00.123Z");

    @TempDir private Path folder = Path.of("");

    @Test
    void jobsKeepTheirOrderAndTheirStandingAcrossReopening() {
        try (var workspace = open()) {
            workspace.queue().add(job(1));
            workspace.queue().add(job(2));
            workspace.queue().add(job(3));
            workspace.queue().arrange(List.of(id(3), id(9), id(1)));
            workspace.queue().stand(id(2), Standing.PAUSED);
            workspace.queue().add(job(4));
        }
        try (var workspace = open()) {
            List<QueuedJob> jobs = workspace.queue().jobs();
            assertThat(jobs).extracting(QueuedJob::job).containsExactly(id(3), id(1), id(2), id(4));
            assertThat(jobs.get(2).standing()).isEqualTo(Standing.PAUSED);
            assertThat(jobs.getFirst()).isEqualTo(job(3));
        }
    }

    @Test
    void aCheckpointIsReplacedAndGoesWithItsJob() {
        try (var workspace = open()) {
            QueueStore queue = workspace.queue();
            queue.add(job(1));
            queue.keepCheckpoint(id(1), new byte[] {1});
            queue.keepCheckpoint(id(1), new byte[] {2, 3});
            queue.keepCheckpoint(id(2), new byte[] {4});

            assertThat(queue.checkpoint(id(1))).hasValue(new byte[] {2, 3});
            assertThat(queue.checkpoint(id(2))).isEmpty();
            assertThatThrownBy(() ->
                            queue.keepCheckpoint(
                                    id(1), new byte[QueueStore.LARGEST_CHECKPOINT + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
            queue.drop(id(1));
            assertThat(queue.checkpoint(id(1))).isEmpty();
        }
    }

    @Test
    void theEndOfARunTakesItsJobOutOrLeavesItAsFailed() {
        try (var workspace = open()) {
            for (int number = 1; number <= 3; number++) {
                workspace.queue().add(job(number));
                workspace.jobs().start(id(number), "plate", CREATED, List.of());
                workspace.queue().keepCheckpoint(id(number), new byte[] {1});
            }

            workspace.jobs().finish(id(1), new JobState.Done(5));
            workspace.jobs().finish(id(2), new JobState.Failed("canary"));
            workspace.jobs().remove(id(3));

            assertThat(workspace.queue().jobs())
                    .extracting(QueuedJob::job, QueuedJob::standing)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(id(2), Standing.FAILED),
                            org.assertj.core.groups.Tuple.tuple(id(3), Standing.WAITING));
            assertThat(workspace.queue().checkpoint(id(2))).isEmpty();
            assertThat(workspace.queue().checkpoint(id(3))).isPresent();
        }
    }

    @Test
    void aWorkspaceOfTheFirstVersionIsReadAndBroughtUpByTheNextWriter() {
        var first =
                Migrations.of(
                        SqliteWorkspace.class,
                        "workspace",
                        "BLws",
                        "workspace-V001__job_setting.sql");
        SqliteDatabase.create(
                file(),
                first,
                statements ->
                        statements.execute(
                                "INSERT INTO setting(name, value) VALUES('anchorFolder', '\"/mnt\"')"));

        try (var reader = SqliteWorkspace.openForReading(file())) {
            assertThat(reader.settings().read("anchorFolder")).contains(new JsonString("/mnt"));
            assertThat(reader.jobs().unfinished()).isEmpty();
        }
        try (var writer = open()) {
            writer.queue().add(job(1));
            assertThat(writer.settings().read("anchorFolder")).isPresent();
        }
    }

    private static UUID id(int number) {
        return new UUID(3, number);
    }

    private static QueuedJob job(int number) {
        return new QueuedJob(
                id(number),
                CREATED,
                Standing.WAITING,
                new JsonBuilder().put("seed", number).build(),
                List.of(number * 2L, number * 2L + 1));
    }

    private SqliteWorkspace open() {
        return SqliteWorkspace.open(file());
    }

    private Path file() {
        return folder.resolve("workspace.sqlite");
    }
}
