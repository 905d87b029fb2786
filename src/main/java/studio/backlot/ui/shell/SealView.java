package studio.backlot.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.Words;

/// What the seal opens: how many records there are, since when something outside vouches for them,
/// what the last check said; *Check now* and *Save a checkpoint outside*.
final class SealView extends VBox {
    private static final double WIDTH = 380;

    private final ShellViewModel shell;
    private final Words words;
    private final VBox lines = new VBox(4);
    private final Subscription following;

    /// `save` asks where a checkpoint goes.
    SealView(ShellViewModel shell, Words words, Runnable save) {
        this.shell = shell;
        this.words = words;
        setId("seal-facts");
        setSpacing(12);
        setPrefWidth(WIDTH);
        Button check = Buttons.primary("seal-check", words.get("seal.check"), shell::verify);
        check.disableProperty().bind(shell.checking());
        Button out = Buttons.quiet("seal-save", words.get("seal.save"), save);
        getChildren().addAll(lines, new HBox(8, out, Gaps.across(), check));
        following =
                Subscription.combine(
                        shell.seal().subscribe(now -> fill()),
                        shell.report().subscribe(now -> fill()),
                        shell.checking().subscribe(now -> fill()));
        out.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> shell.show().get().filter(one -> !one.isReadOnly()).isEmpty(),
                                shell.show()));
    }

    /// Looks on no longer.
    void forget() {
        following.unsubscribe();
    }

    private void fill() {
        lines.getChildren()
                .setAll(
                        switch (shell.seal().get()) {
                            case SealState.None() -> List.of(label("show.none", "soft"));
                            case SealState.Recorded(long records) ->
                                    List.of(
                                            count(records),
                                            label("seal.anchored.never", "soft"),
                                            checked());
                            case SealState.Anchored(long records, var when) ->
                                    List.of(
                                            count(records),
                                            label(
                                                    "seal.anchored.since",
                                                    "soft",
                                                    words.day(when),
                                                    words.time(when)),
                                            checked());
                            case SealState.Damaged(int findings) ->
                                    List.of(label("seal.damaged", "text-no", findings), checked());
                        });
    }

    private Node count(long records) {
        return label("seal.records", "section", records, words.number(records));
    }

    private Node checked() {
        Optional<VerificationReport> report = shell.report().get();
        Label label =
                shell.checking().get()
                        ? label("seal.checking", "soft")
                        : report.map(this::said).orElseGet(() -> label("seal.unchecked", "soft"));
        label.setId("seal-checked");
        return label;
    }

    private Label said(VerificationReport report) {
        return report.isClean()
                ? label("verified.clean", "text-yes", words.number(report.entries()))
                : label("seal.first", "text-no", first(report));
    }

    private static String first(VerificationReport report) {
        return report.findings().stream()
                .findFirst()
                .map(one -> one.where() + ": " + one.explanation())
                .orElse("");
    }

    private Label label(String key, String style, Object... values) {
        var label = new Label(words.get(key, values));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
