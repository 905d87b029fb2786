package studio.backlot.ui.production;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.PolicyDifference;
import studio.backlot.clearance.PolicyFinding;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The rules of the production: the preset they begin from, how they differ from it, and other ones
/// to put in force.
final class PolicyView extends PartView {
    private static final double RULE = 280;

    private final PolicyViewModel policy;
    private final FlowPane presets = buttons();
    private final Label about = label("", "soft");
    private final Label since = label("", "caption");
    private final VBox differences = new VBox(4);
    private final VBox findings = new VBox(8);

    PolicyView(ProductionViewModel production, Overlay overlay, Words words) {
        super(ProductionPart.POLICY, production, overlay, words);
        policy = new PolicyViewModel(production, words);
        differences.setId("policy-differences");
        findings.setId("policy-findings");
        since.setId("policy-since");
        about.setId("policy-about");
        Button file = recording(Buttons.quiet("policy-file", words.get("policy.file"), this::file));
        var scroll = new ScrollPane(new VBox(12, findings, differences));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        policy.findings().addListener((property, before, now) -> findings(now));
        fill(
                label(words.get("policy.presets"), "label-2"),
                presets,
                about,
                since,
                scroll,
                buttons(file),
                label(words.get("policy.why"), "caption"));
    }

    @Override
    void show(ProductionFacts facts) {
        ProductionFacts.Rules rules = facts.rules();
        Optional<PolicyPreset> now = rules.policy().map(Policy::preset);
        presets.getChildren().clear();
        for (PolicyPreset preset : PolicyPreset.values()) {
            presets.getChildren().add(button(preset, now.equals(Optional.of(preset))));
        }
        about.setText(
                now.map(preset -> frame().get("preset." + preset.wireName() + ".text"))
                        .orElseGet(() -> words().get("policy.unusable")));
        since.setText(
                rules.since()
                        .map(adopted ->
                                words().get(
                                                adopted.isFound() ? "policy.found" : "policy.since",
                                                adopted.index(),
                                                words().day(adopted.at()),
                                                words().time(adopted.at()),
                                                adopted.by()))
                        .orElseGet(() -> words().get("policy.always")));
        differences.getChildren().clear();
        rules.policy()
                .ifPresent(one ->
                        differences
                                .getChildren()
                                .add(
                                        label(
                                                words().get(
                                                                "policy.differences",
                                                                rules.differences(),
                                                                one.version()),
                                                "section")));
        rules.all().forEach(one -> differences.getChildren().add(rule(one)));
        findings(rules.findings());
    }

    private ToggleButton button(PolicyPreset preset, boolean isNow) {
        String name = frame().get("preset." + preset.wireName());
        var button = new ToggleButton(name);
        button.setId("preset-" + preset.wireName());
        button.getStyleClass().add("choice");
        button.setSelected(isNow);
        button.setDisable(!policy.canChange());
        button.setOnAction(event -> {
            button.setSelected(isNow);
            policy.toPreset(preset, name);
        });
        return button;
    }

    private HBox rule(PolicyDifference one) {
        String key = "rule" + one.where().replace('/', '.');
        Label rule = label(words().has(key) ? words().get(key) : one.where(), "label-2");
        rule.setMinWidth(RULE);
        rule.setPrefWidth(RULE);
        Label value = label(said(one.policy()), one.isOther() ? "strong" : "soft");
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        var row = new HBox(16, rule, value);
        if (one.isOther()) {
            row.getChildren()
                    .add(label(words().get("policy.instead", said(one.preset())), "text-open"));
        }
        row.getStyleClass().addAll("page-row", "line-below");
        row.setAccessibleHelp(one.where());
        return row;
    }

    /// A value of the file in words of ours where there are some, else as it stands there.
    private String said(String json) {
        List<String> parts = new ArrayList<>();
        for (String part : json.replaceAll("[\\[\\]\"]", "").split(",", -1)) {
            String key = "value." + part.strip();
            parts.add(words().has(key) ? words().get(key) : part.strip());
        }
        return String.join(words().get("comma"), parts);
    }

    private void findings(List<PolicyFinding> found) {
        findings.getChildren().clear();
        if (!found.isEmpty()) {
            findings.getChildren()
                    .add(label(words().get("policy.findings", found.size()), "section"));
        }
        for (PolicyFinding one : found) {
            var box =
                    new VBox(
                            2,
                            label(
                                    one.where().isEmpty()
                                            ? words().get("policy.whole")
                                            : one.where(),
                                    "mono"),
                            label(one.explanation(), "soft"));
            box.getStyleClass().add("finding");
            findings.getChildren().add(box);
        }
    }

    private void file() {
        var chooser = new FileChooser();
        chooser.setTitle(words().get("policy.file"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::load);
    }

    /// Puts the rules of a file in force.
    void load(Path file) {
        policy.toFile(file);
    }
}
