package studio.backlot.ui.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.job.JobState;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.QueuedPlate;

/// The strip at the foot while there are runs: the one at work, how many wait, Stop; it opens to
/// the whole queue.
public final class JobStripView extends VBox {
    private static final double OPEN = 212;
    private static final double BAR = 160;

    private final JobsViewModel jobs;
    private final Words words;
    private final Label now = new Label();
    private final Label waiting = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final ListView<QueuedPlate> list = new ListView<>();

    public JobStripView(JobsViewModel jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
        setId("job-strip");
        list.setId("jobs");
        list.setItems(jobs.jobs());
        list.setCellFactory(view -> new JobCell(jobs, words));
        list.setPrefHeight(OPEN);
        list.setVisible(false);
        list.managedProperty().bind(list.visibleProperty());
        list.getStyleClass().addAll("surface-1", "line-above");
        getChildren().addAll(list, bar());
        visibleProperty().bind(Bindings.isNotEmpty(jobs.jobs()));
        managedProperty().bind(visibleProperty());
        jobs.jobs()
                .addListener((javafx.collections.ListChangeListener<QueuedPlate>) change -> fill());
        fill();
    }

    private Node bar() {
        now.setId("job-now");
        progress.setPrefWidth(BAR);
        waiting.getStyleClass().add("soft");
        waiting.setId("job-waiting");
        Button stop =
                Buttons.link(
                        "job-stop",
                        words.get("job.stop"),
                        () ->
                                jobs.running()
                                        .get()
                                        .or(() -> jobs.jobs().stream().findFirst())
                                        .ifPresent(plate -> jobs.stop(plate.id())));
        Button open =
                Buttons.icon(
                        "jobs-open",
                        "chevron-up",
                        words.get("job.open"),
                        () -> list.setVisible(!list.isVisible()));
        var row = new HBox(now, progress, waiting, Gaps.across(), stop, open);
        row.getStyleClass().addAll("job-strip", "line-above");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void fill() {
        Optional<QueuedPlate> running = jobs.running().get();
        now.setText(
                running.map(plate -> words(plate, words)).orElseGet(() -> words.get("job.none")));
        progress.setVisible(running.isPresent());
        running.ifPresent(plate ->
                progress.setProgress(plate.of() == 0 ? 0 : (double) plate.step() / plate.of()));
        int others = jobs.jobs().size() - (running.isPresent() ? 1 : 0);
        waiting.setText(others > 0 ? words.get("job.waiting", others) : "");
    }

    /// How a job stands, in words.
    static String words(QueuedPlate plate, Words words) {
        return switch (plate.state()) {
            case JobState.Running running ->
                    plate.left()
                            .map(left ->
                                    words.get(
                                            "job.step.left",
                                            plate.step(),
                                            plate.of(),
                                            Math.max(1, left.toSeconds())))
                            .orElseGet(() -> words.get("job.step", plate.step(), plate.of()));
            case JobState.Queued ignored -> words.get("job.queued");
            case JobState.Paused ignored -> words.get("job.paused");
            case JobState.Interrupted ignored -> words.get("job.interrupted");
            case JobState.Blocked ignored -> words.get("job.blocked", plate.reason());
            case JobState.Failed ignored -> words.get("job.failed", plate.reason());
            case JobState.Done ignored -> words.get("job.done");
            case JobState.Cancelled ignored -> words.get("job.cancelled");
            case JobState.Abandoned ignored -> words.get("job.abandoned");
        };
    }
}
