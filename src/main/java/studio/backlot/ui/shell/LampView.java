package studio.backlot.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.RecentRuns;

/// What the lamp opens: the last runs of models, each with its pack, when it was, how long it took,
/// where it ran and how it ended.
final class LampView extends VBox {
    private static final double WIDTH = 420;
    private static final double MOST_HEIGHT = 480;
    private static final long MINUTES_FROM = 120;

    private final Words words;
    private final VBox rows = new VBox();

    LampView(LampViewModel lamp, Words words) {
        this.words = words;
        setId("lamp-runs");
        setSpacing(12);
        setPrefWidth(WIDTH);
        var title = new Label(words.get("lamp.title"));
        title.getStyleClass().add("section");
        var note = new Label(words.get("lamp.note"));
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        getChildren().addAll(new VBox(4, title, note), scroll);
        lamp.runs().addListener((property, before, now) -> show(now));
        show(lamp.runs().get());
        lamp.ask();
    }

    private void show(LampViewModel.Runs runs) {
        rows.getChildren()
                .setAll(
                        switch (runs) {
                            case LampViewModel.Runs.Asking() -> List.of();
                            case LampViewModel.Runs.NoShow() -> List.of(line("lamp.noShow"));
                            case LampViewModel.Runs.Failed(String reason) ->
                                    List.of(line("lamp.failed", reason));
                            case LampViewModel.Runs.Found(List<RecentRuns.Run> all) -> all(all);
                        });
    }

    private List<Node> all(List<RecentRuns.Run> runs) {
        List<Node> found = new ArrayList<>();
        runs.forEach(run -> found.add(row(run, found.size())));
        return found.isEmpty() ? List.of(line("lamp.none")) : found;
    }

    private Node line(String key, Object... values) {
        var label = new Label(words.get(key, values));
        label.setId("lamp-line");
        label.setWrapText(true);
        label.getStyleClass().add("soft");
        return label;
    }

    private Node row(RecentRuns.Run run, int place) {
        var what = new Label(run.words().orElseGet(() -> words.get("lamp.unreadable")).strip());
        what.setId("lamp-run-" + place);
        what.setTextOverrun(OverrunStyle.ELLIPSIS);
        var where = new Label(where(run));
        where.setId("lamp-where-" + place);
        where.getStyleClass().add("caption");
        where.setWrapText(true);
        var text = new VBox(2, what, where);
        run.reason().map(this::reason).ifPresent(text.getChildren()::add);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(8, new MarkIcon(Mark.MODEL), text);
        row.getStyleClass().add("run-row");
        return row;
    }

    private Label reason(String reason) {
        var label = new Label(reason);
        label.getStyleClass().addAll("caption", "text-no");
        label.setWrapText(true);
        return label;
    }

    private String where(RecentRuns.Run run) {
        return words.get(
                "lamp.run",
                run.pack(),
                words.day(run.ended()),
                words.time(run.ended()),
                took(run.took()),
                run.service()
                        .map(service -> words.get("lamp.ran.service", service))
                        .orElseGet(() -> words.get("lamp.ran.here")),
                words.get("lamp.ending." + run.ending().wireName()));
    }

    private String took(Duration took) {
        return took.toSeconds() < MINUTES_FROM
                ? words.get("lamp.took.seconds", Math.max(1, took.toSeconds()))
                : words.get("lamp.took.minutes", words.number(took.toMinutes()));
    }
}
