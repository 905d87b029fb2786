package studio.backlot.ui.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.Node;
import studio.backlot.ui.shell.Command;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.shell.RoomView;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;

/// The producer's room. It is built when somebody first enters it, so that a window that opens
/// elsewhere does not wait for it.
public final class ReviewView implements RoomView {
    private final Supplier<ReviewDeskView> making;
    private Optional<ReviewDeskView> desk = Optional.empty();
    private Optional<OpenShow> show = Optional.empty();

    /// `receipts` is the folder in which receipts are kept.
    public ReviewView(ShellViewModel shell, Overlay overlay, Locale locale, Path receipts) {
        making = () -> new ReviewDeskView(shell, overlay, Words.of("review", locale), receipts);
    }

    private ReviewDeskView desk() {
        if (desk.isEmpty()) {
            ReviewDeskView made = making.get();
            desk = Optional.of(made);
            show.ifPresent(made::open);
        }
        return desk.get();
    }

    /// Shows the page of a use case.
    public void showUseCase(UUID useCase) {
        desk().showUseCase(useCase);
    }

    @Override
    public Node node() {
        return desk().node();
    }

    @Override
    public void open(OpenShow opened) {
        show = Optional.of(opened);
        desk.ifPresent(one -> one.open(opened));
    }

    @Override
    public void close() {
        show = Optional.empty();
        desk.ifPresent(ReviewDeskView::close);
    }

    @Override
    public void focus() {
        desk().focus();
    }

    @Override
    public List<Command> commands() {
        return desk().commands();
    }
}
