package studio.backlot.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import studio.backlot.job.JobState;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.QueuedPlate;

/// One job in the open queue: its words, how it stands, and what can be done with it.
final class JobCell extends ListCell<QueuedPlate> {
    private final JobsViewModel jobs;
    private final Words words;

    JobCell(JobsViewModel jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
    }

    @Override
    protected void updateItem(QueuedPlate plate, boolean empty) {
        super.updateItem(plate, empty);
        if (empty || plate == null) {
            setGraphic(null);
            return;
        }
        var text = new Label(plate.excerpt());
        text.setMaxWidth(420);
        var state = new Label(JobStripView.words(plate, words));
        state.getStyleClass().add(isTrouble(plate) ? "text-no" : "soft");
        var row = new HBox(8, text, state, Gaps.across());
        row.setAlignment(Pos.CENTER_LEFT);
        String id = plate.id().toString();
        if (isTrouble(plate)) {
            row.getChildren()
                    .add(
                            Buttons.quiet(
                                    "retry-" + id,
                                    words.get("job.retry"),
                                    () -> jobs.retry(plate.id())));
        } else {
            boolean isPaused = plate.state() instanceof JobState.Paused;
            row.getChildren()
                    .addAll(
                            Buttons.icon(
                                    "up-" + id,
                                    "arrow-up",
                                    words.get("job.up"),
                                    () -> jobs.move(plate.id(), Math.max(0, getIndex() - 1))),
                            Buttons.icon(
                                    "down-" + id,
                                    "arrow-down",
                                    words.get("job.down"),
                                    () -> jobs.move(plate.id(), getIndex() + 1)),
                            Buttons.icon(
                                    "pause-" + id,
                                    isPaused ? "play-outline" : "pause",
                                    words.get(isPaused ? "job.resume" : "job.pause"),
                                    () -> jobs.pauseOrResume(plate)));
        }
        row.getChildren()
                .add(
                        Buttons.icon(
                                "stop-" + id,
                                "close",
                                words.get("job.stop"),
                                () -> jobs.stop(plate.id())));
        setGraphic(row);
    }

    private static boolean isTrouble(QueuedPlate plate) {
        return plate.state() instanceof JobState.Failed
                || plate.state() instanceof JobState.Blocked
                || plate.state() instanceof JobState.Abandoned;
    }
}
