package studio.backlot.ui.script;

import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.backlot.scene.ScriptLayout;
import studio.backlot.scene.ScriptLine;
import studio.backlot.ui.widget.Gaps;
import studio.backlot.ui.widget.ShownAs;
import studio.backlot.ui.widget.Words;

/// The foot of the page: where the writer is, whether the file has all of it, how much there is,
/// the zoom, and that AI is off.
final class ScriptFootView extends HBox {
    private final ScriptViewModel script;
    private final Words words;

    ScriptFootView(ScriptViewModel script, Words words, IntegerProperty zoom) {
        this.script = script;
        this.words = words;
        getStyleClass().addAll("job-strip", "line-above");
        var where = label("script-where", "label-2");
        where.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::where, script.layout(), script.caret(), script.text()));
        var state = label("script-state", "label-2");
        state.setMinWidth(0);
        state.textProperty()
                .bind(Bindings.createStringBinding(this::state, script.kept(), script.file()));
        var count = label("script-count", "label-2");
        count.textProperty().bind(Bindings.createStringBinding(this::count, script.layout()));
        var ai = label("ai", "label-2");
        ai.setText(words.get("ai.off"));
        getChildren().addAll(where, state, Gaps.across(), count, zooms(zoom), ai);
    }

    private static Label label(String id, String style) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private ComboBox<Integer> zooms(IntegerProperty zoom) {
        var box = new ComboBox<Integer>();
        box.setId("script-zoom");
        box.getStyleClass().add("in-bar");
        box.getItems().setAll(PageView.ZOOMS);
        box.setConverter(new ShownAs<>(one -> words.get("zoom", one)));
        box.setAccessibleText(words.get("zoom.hint"));
        box.setValue(zoom.get());
        box.valueProperty().addListener((property, before, now) -> zoom.set(now));
        zoom.addListener((property, before, now) -> box.setValue(now.intValue()));
        return box;
    }

    private String where() {
        ScriptLayout layout = script.layout().get();
        if (script.text().get().isEmpty()) {
            return words.get("where.nowhere");
        }
        int caret = Math.min(script.caret().get(), script.text().get().length());
        ScriptLine line = ScriptLine.at(script.text().get(), caret);
        return words.get(
                "where",
                layout.pageAt(caret),
                layout.pages(),
                words.get("element." + line.meant().wireName()));
    }

    private String count() {
        return words.get("count", script.words(), words.number(script.words()));
    }

    private String state() {
        return switch (script.kept().get()) {
            case ScriptViewModel.KeptState.None() -> words.get("state.none");
            case ScriptViewModel.KeptState.Behind() -> words.get("state.behind", name());
            case ScriptViewModel.KeptState.Kept(var when) ->
                    words.get("state.kept", name(), words.time(when));
            case ScriptViewModel.KeptState.Failed(String reason) ->
                    words.get("state.failed", reason);
        };
    }

    private String name() {
        return script.file()
                .get()
                .map(file -> String.valueOf(file.path().getFileName()))
                .orElseGet(() -> words.get("untitled"));
    }
}
