package studio.backlot.ui.shell;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import studio.backlot.job.JobState;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Icon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.QueuedPlate;

/// One job in the open queue: its picture so far, its words, how it stands and why, and what can be
/// done with it. Its controls stay the same while it goes on, so that a click is never lost.
final class JobCell extends ListCell<QueuedPlate> {
    private static final double PICTURE_WIDTH = 48;
    private static final double PICTURE_HEIGHT = 27;
    private static final double TEXT = 280;
    private static final double STATE = 160;

    private final JobsViewModel jobs;
    private final Words words;
    private final ImageView picture = new ImageView();
    private final Label text = new Label();
    private final Label state = new Label();
    private final Button retry;
    private final Button up;
    private final Button down;
    private final Button pause;
    private final Button stop;
    private final HBox row;

    JobCell(JobsViewModel jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
        picture.setFitWidth(PICTURE_WIDTH);
        picture.setFitHeight(PICTURE_HEIGHT);
        var frame = new StackPane(picture);
        frame.getStyleClass().add("take-picture");
        frame.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        text.setPrefWidth(TEXT);
        text.setMinWidth(0);
        state.setMinWidth(0);
        state.setPrefWidth(STATE);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        retry = Buttons.quiet("", words.get("job.retry"), with(jobs::retry));
        up = icon("arrow-up", "job.up", () -> move(-1));
        down = icon("arrow-down", "job.down", () -> move(1));
        pause = icon("pause", "job.pause", () -> item().ifPresent(jobs::pauseOrResume));
        stop = icon("close", "job.stop", with(jobs::stop));
        row = new HBox(8, frame, text, state, retry, up, down, pause, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    private Button icon(String icon, String word, Runnable act) {
        return Buttons.icon("", icon, words.get(word), act);
    }

    private Runnable with(Consumer<UUID> act) {
        return () -> item().ifPresent(plate -> act.accept(plate.id()));
    }

    private Optional<QueuedPlate> item() {
        return Optional.ofNullable(getItem());
    }

    private void move(int by) {
        item().ifPresent(plate -> jobs.move(plate.id(), by));
    }

    @Override
    protected void updateItem(QueuedPlate plate, boolean empty) {
        super.updateItem(plate, empty);
        if (empty || plate == null) {
            setGraphic(null);
            return;
        }
        text.setText(plate.excerpt().isEmpty() ? words.get("lamp.unreadable") : plate.excerpt());
        String stands = JobStripView.words(plate, words);
        state.setText(stands);
        boolean isTrouble = isTrouble(plate);
        state.setTooltip(isTrouble ? new Tooltip(stands) : null);
        state.getStyleClass().setAll("label", isTrouble ? "text-no" : "soft");
        picture.setImage(jobs.picture(plate.id()).map(Pictures::of).orElse(null));
        boolean isPaused = plate.state() instanceof JobState.Paused;
        pause.setGraphic(new Icon(isPaused ? "play-outline" : "pause"));
        String pauseWord = words.get(isPaused ? "job.resume" : "job.pause");
        pause.setAccessibleText(pauseWord);
        pause.getTooltip().setText(pauseWord);
        show(isTrouble, retry);
        show(!isTrouble, up, down, pause);
        name(plate.id());
        setGraphic(row);
    }

    private static void show(boolean isShown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(isShown);
            node.setManaged(isShown);
        }
    }

    private void name(UUID job) {
        retry.setId("retry-" + job);
        up.setId("up-" + job);
        down.setId("down-" + job);
        pause.setId("pause-" + job);
        stop.setId("stop-" + job);
        state.setId("state-" + job);
    }

    private static boolean isTrouble(QueuedPlate plate) {
        return plate.state() instanceof JobState.Failed
                || plate.state() instanceof JobState.Blocked
                || plate.state() instanceof JobState.Abandoned;
    }
}
