package studio.backlot.job.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobState;
import studio.backlot.job.JobStore;
import studio.backlot.job.JobStoreFailed;

class SqliteWorkspaceTest {
    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-00000000000f");
    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final JsonObject DRAFT = new JsonBuilder().put("asset", "a".repeat(64)).build();

    @TempDir private Path folder;

    @Test
    void aRunIsKnownStepByStepAcrossReopening() {
        try (var workspace = open()) {
            workspace.jobs().start(FIRST, "plate", CREATED, List.of(3L, 4L));
            workspace.jobs().start(SECOND, "plate", CREATED, List.of());
            workspace.jobs().noteIntent(FIRST, 7);
            workspace.jobs().prepareResult(FIRST, DRAFT, List.of(4L, 9L));
        }

        try (var workspace = open()) {
            assertThat(workspace.jobs().unfinished())
                    .containsExactly(
                            new JobRecord(
                                    FIRST,
                                    "plate",
                                    CREATED,
                                    Optional.of(7L),
                                    Optional.of(DRAFT),
                                    List.of(3L, 4L, 9L)),
                            new JobRecord(
                                    SECOND,
                                    "plate",
                                    CREATED,
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of()));
        }
    }

    @Test
    void aRunThatEndedIsNoLongerUnfinishedAndItsReasonIsNotOnTheDisk() throws IOException {
        try (var workspace = open()) {
            JobStore jobs = workspace.jobs();
            jobs.start(FIRST, "plate", CREATED, List.of());
            jobs.prepareResult(FIRST, DRAFT, List.of());
            jobs.start(SECOND, "plate", CREATED, List.of());

            jobs.finish(FIRST, new JobState.Failed("canary of a reason"));
            jobs.finish(FIRST, new JobState.Cancelled());
            jobs.finish(SECOND, new JobState.Done(12));

            assertThat(jobs.unfinished()).isEmpty();
            assertThatThrownBy(() -> jobs.noteIntent(FIRST, 3))
                    .isInstanceOf(JobStoreFailed.class)
                    .hasMessageContaining("no open run");
        }
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .contains("failed")
                .doesNotContain("canary");
    }

    @Test
    void aRunThatIsRemovedIsForgotten() {
        try (var workspace = open()) {
            JobStore jobs = workspace.jobs();
            jobs.start(FIRST, "plate", CREATED, List.of());

            jobs.remove(FIRST);
            jobs.remove(FIRST);
            jobs.finish(FIRST, new JobState.Abandoned());

            assertThat(jobs.unfinished()).isEmpty();
            assertThatThrownBy(() -> jobs.prepareResult(FIRST, DRAFT, List.of()))
                    .isInstanceOf(JobStoreFailed.class);
        }
    }

    @Test
    void aRunIsNotStartedTwice() {
        try (var workspace = open()) {
            workspace.jobs().start(FIRST, "plate", CREATED, List.of());

            assertThatThrownBy(() -> workspace.jobs().start(FIRST, "plate", CREATED, List.of()))
                    .isInstanceOf(JobStoreFailed.class);
        }
    }

    @Test
    void settingsAreKeptReplacedAndRemoved() {
        try (var workspace = open()) {
            workspace.settings().write("anchor", new JsonString("/mnt/a"));
            workspace.settings().write("anchor", new JsonString("/mnt/ü"));
        }
        try (var workspace = open()) {
            assertThat(workspace.settings().read("anchor")).contains(new JsonString("/mnt/ü"));
            workspace.settings().remove("anchor");
            assertThat(workspace.settings().read("anchor")).isEmpty();
        }
    }

    @Test
    void aReaderBesideTheWriterSeesButCannotChange() {
        try (var writer = open();
                var reader = SqliteWorkspace.openForReading(file())) {
            writer.jobs().start(FIRST, "plate", CREATED, List.of());

            assertThat(reader.jobs().unfinished()).hasSize(1);
            assertThatThrownBy(() -> reader.jobs().remove(FIRST))
                    .isInstanceOf(JobStoreFailed.class);
        }
    }

    @Test
    void aFileThatIsNoWorkspaceIsRefusedInWords() throws IOException {
        Files.writeString(
                file(), "not a database, but long enough to be looked at as one ".repeat(20));

        assertThatThrownBy(this::open)
                .isInstanceOf(JobStoreFailed.class)
                .hasMessageContaining("workspace")
                .hasMessageContaining("it may be moved away");
        assertThatThrownBy(() -> SqliteWorkspace.openForReading(folder.resolve("none")))
                .isInstanceOf(JobStoreFailed.class);
    }

    private SqliteWorkspace open() {
        return SqliteWorkspace.open(file());
    }

    private Path file() {
        return folder.resolve("workspace.sqlite");
    }
}
