package studio.backlot.ui.art;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.catalog.ModelPack;
import studio.backlot.job.JobState;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.ErasedPictures;
import studio.backlot.workflow.QueuedPlate;

/// On the canvas, what a chosen run is about while it has no picture: waiting, its pack being read,
/// or why it has no result and what can be done about that.
final class RunCardView extends VBox {
    private static final double WIDE = 460;
    private static final long MEGABYTE = 1_000_000;

    private final ArtViewModel art;
    private final Words words;
    private final Label title = new Label();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox buttons = new HBox(8);

    RunCardView(ArtViewModel art, Words words) {
        this.art = art;
        this.words = words;
        setId("run-card");
        getStyleClass().addAll("floating", "run-card");
        setMaxSize(WIDE, USE_PREF_SIZE);
        title.setId("run-title");
        title.getStyleClass().add("heading");
        text.setId("run-text");
        text.getStyleClass().add("soft");
        text.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.managedProperty().bind(bar.visibleProperty());
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, text, bar, buttons);
        art.takes().chosen().addListener((property, before, now) -> look());
        art.runs().loading().addListener((property, before, now) -> look());
        art.picture().addListener((property, before, now) -> look());
        look();
    }

    private void look() {
        Optional<QueuedPlate> run =
                art.takes()
                        .chosen()
                        .get()
                        .filter(take -> take instanceof Take.Coming)
                        .map(take -> ((Take.Coming) take).plate());
        Optional<Take.Made> gone = art.takes().made().filter(take -> take.erased().isPresent());
        gone.ifPresent(this::erased);
        if (gone.isPresent()) {
            setVisible(true);
            return;
        }
        setVisible(run.isPresent() && (isTrouble(run.get()) || art.picture().get().isEmpty()));
        run.ifPresent(this::show);
    }

    private static boolean isTrouble(QueuedPlate run) {
        return run.state() instanceof JobState.Failed
                || run.state() instanceof JobState.Blocked
                || run.state() instanceof JobState.Abandoned;
    }

    private void show(QueuedPlate run) {
        buttons.getChildren().clear();
        bar.setVisible(false);
        if (isTrouble(run)) {
            trouble(run);
            return;
        }
        Optional<RunsViewModel.Loading> loading =
                art.runs().loading().get().filter(one -> one.job().equals(run.id()));
        loading.ifPresentOrElse(this::load, () -> title.setText(TakeFace.standing(run, words)));
        text.setText(loading.map(this::read).orElseGet(run::excerpt));
        buttons.getChildren()
                .add(Buttons.quiet("run-stop", words.get("stop"), () -> art.runs().stop(run.id())));
    }

    /// A take whose picture was deleted: its record and its settings stay.
    private void erased(Take.Made take) {
        ErasedPictures.Erased by = take.erased().orElseThrow();
        bar.setVisible(false);
        title.setText(words.get("erased.on", words.day(by.time()), by.record()));
        text.setText(words.get("erased.stays", take.card().made().origin().outcome()));
        buttons.getChildren()
                .setAll(
                        Buttons.quiet(
                                "run-again", words.get("again"), () -> art.useAgain(take.asset())));
    }

    private void load(RunsViewModel.Loading loading) {
        title.setText(
                words.get(
                        "run.loading",
                        art.recipe().pack().get().map(ModelPack::displayName).orElse("")));
        bar.setVisible(true);
        bar.setProgress((double) loading.bytes() / loading.of());
    }

    private String read(RunsViewModel.Loading loading) {
        return words.get(
                "run.read",
                words.number(loading.bytes() / MEGABYTE),
                words.number(loading.of() / MEGABYTE));
    }

    private void trouble(QueuedPlate run) {
        title.setText(words.get("run.none." + TakeFace.key(run)));
        text.setText(run.reason().isEmpty() ? words.get("run.gone") : run.reason());
        buttons.getChildren()
                .add(
                        Buttons.quiet(
                                "run-retry", words.get("retry"), () -> art.runs().retry(run.id())));
        if (!art.recipe().frame().get().equals(new FrameChoice.Own(1))) {
            buttons.getChildren()
                    .add(
                            Buttons.quiet(
                                    "run-own-size",
                                    words.get("run.ownSize"),
                                    () -> art.runs().retryAtOwnSize(run.id())));
        }
        buttons.getChildren()
                .add(
                        Buttons.quiet(
                                "run-remove",
                                words.get("run.remove"),
                                () -> art.runs().stop(run.id())));
    }
}
