package studio.backlot.ui.review;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import studio.backlot.ui.gallery.CardWords;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;

/// The producer's desk: navigation at the left, list or page in the middle, evidence at the right,
/// gathered verdicts at the foot.
final class ReviewDeskView implements RoomView {
    private final Overlay overlay;
    private final Words words;
    private final ReviewViewModel review;
    private final UseCasesViewModel useCases;
    private final ProofViewModel proof;
    private final InspectViewModel inspect;
    private final ShowImages images;
    private final NavView nav;
    private final ListPageView list;
    private final EvidenceColumnsView evidence;
    private final TriageView triage;
    private final TrayView tray;
    private final ReviewKeys keys;
    private final BorderPane node = new BorderPane();
    private final BorderPane desk = new BorderPane();
    private final StackPane page = new StackPane();
    private final Map<ReviewPage, Region> pages;

    /// `receipts` is the folder in which receipts are kept.
    ReviewDeskView(ShellViewModel shell, Overlay overlay, Words words, Path receipts) {
        this.overlay = overlay;
        this.words = words;
        review = new ReviewViewModel(shell, words);
        useCases = new UseCasesViewModel(shell, words);
        proof = new ProofViewModel(shell, words, receipts);
        inspect = new InspectViewModel(shell, words);
        images = new ShowImages(shell);
        nav = new NavView(review, words);
        list = new ListPageView(review, images, new CardWords(words.locale()), words);
        evidence = new EvidenceColumnsView(review, images, words, asset -> proof.keep(asset.hex()));
        triage = new TriageView(review, images, words, asset -> proof.keep(asset.hex()));
        tray = new TrayView(shell, review.tray(), overlay, words);
        pages =
                Map.of(
                        ReviewPage.INBOX,
                        list,
                        ReviewPage.ASSETS,
                        list,
                        ReviewPage.USE_CASES,
                        new UseCasesView(useCases, overlay, words),
                        ReviewPage.PROOF,
                        new ProofView(proof, words));
        keys =
                new ReviewKeys(
                        review,
                        new ReviewKeys.Acts(
                                this::verdict, tray::sign, this::compare, this::map, this::choose),
                        words);
        build();
    }

    private void build() {
        node.setId("review");
        node.widthProperty().addListener((property, before, now) -> arrange(now.doubleValue()));
        desk.setLeft(nav);
        desk.setCenter(page);
        node.setBottom(tray);
        node.setOnDragOver(this::offer);
        node.setOnDragDropped(this::dropped);
        review.page().addListener((property, before, now) -> follow());
        review.isOneByOne().addListener((property, before, now) -> follow());
        review.whenDecided(this::focus);
        follow();
    }

    private void arrange(double width) {
        evidence.arrange(width);
        nav.narrow(EvidenceColumnsView.isNarrow(width));
    }

    private void follow() {
        boolean isOfAssets = review.page().get().isOfAssets();
        page.getChildren()
                .setAll(Optional.ofNullable(pages.get(review.page().get())).orElseThrow());
        desk.setRight(isOfAssets ? evidence : null);
        node.setCenter(review.isOneByOne().get() ? triage : desk);
        focus();
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        event.getDragboard().getFiles().stream().findFirst().map(File::toPath).ifPresent(this::ask);
        event.setDropCompleted(event.getDragboard().hasFiles());
        event.consume();
    }

    /// Says what a file is.
    void ask(Path file) {
        inspect.look(file, found -> overlay.card(new InspectView(found, overlay, words)));
    }

    /// Shows the page of a use case.
    void showUseCase(UUID useCase) {
        useCases.enter(useCase);
        review.enter(ReviewPage.USE_CASES);
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(words.get("command.inspect"));
        Optional.ofNullable(chooser.showOpenDialog(node.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::ask);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void open(OpenShow show) {
        useCases.open(show);
        proof.open(show);
        review.open(show);
    }

    @Override
    public void close() {
        review.close();
        useCases.close();
        proof.close();
    }

    @Override
    public void focus() {
        if (review.isOneByOne().get()) {
            triage.requestFocus();
        } else {
            page.getChildren().getFirst().requestFocus();
        }
    }

    private VerdictView verdict() {
        return review.isOneByOne().get() ? triage.verdict() : evidence.verdict();
    }

    private void compare() {
        triage.compare(!review.isOneByOne().get() || !triage.isComparing());
        review.isOneByOne().set(review.cards().size() > 0);
    }

    private void map() {
        if (review.isOneByOne().get()) {
            triage.map();
        } else {
            triage.showMap();
            review.isOneByOne().set(review.cards().size() > 0);
        }
    }

    @Override
    public List<Command> commands() {
        return keys.all();
    }
}
