package studio.backlot.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Words;

/// The proof page: verify now, what vouches outside, the log's key in words, receipts.
final class ProofView extends BorderPane {
    private static final double PROSE = 720;

    private final ProofViewModel proof;
    private final Words words;
    private final Label result = new Label();
    private final VBox findings = new VBox(8);
    private final VBox anchors = new VBox(4);
    private final VBox key = new VBox(4);

    ProofView(ProofViewModel proof, Words words) {
        this.proof = proof;
        this.words = words;
        setId("proof");
        getStyleClass().add("surface-0");
        result.setId("proof-result");
        result.setWrapText(true);
        findings.setId("proof-findings");
        anchors.setId("proof-anchors");
        key.setId("proof-key");
        key.getStyleClass().addAll("card", "proof-key");
        var page =
                new VBox(
                        16,
                        text(words.get("proof.title"), "title"),
                        check(),
                        result,
                        findings,
                        text(words.get("proof.anchors"), "heading"),
                        anchors,
                        text(words.get("proof.logKey"), "heading"),
                        text(words.get("proof.logKey.text"), "soft"),
                        key,
                        text(words.get("proof.receipts"), "heading"),
                        text(words.get("proof.receipts.text"), "soft"),
                        receipt());
        page.getStyleClass().add("page");
        page.setMaxWidth(PROSE);
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        proof.log().addListener((property, before, now) -> now.ifPresent(this::log));
        proof.report().addListener((property, before, now) -> report(now));
        report(proof.report().get());
    }

    private HBox check() {
        var running =
                Bindings.createBooleanBinding(() -> proof.step().get().isPresent(), proof.step());
        Button verify = Buttons.primary("proof-verify", words.get("proof.verify"), proof::verify);
        verify.disableProperty().bind(running);
        Button stop = Buttons.quiet("proof-stop", words.get("proof.stop"), proof::stop);
        stop.visibleProperty().bind(running);
        var step = new Label();
        step.setId("proof-step");
        step.getStyleClass().add("soft");
        step.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        proof.step()
                                                .get()
                                                .map(now -> words.get("proof.step", now.percent()))
                                                .orElse(""),
                                proof.step()));
        var row = new HBox(12, verify, step, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void report(Optional<VerificationReport> report) {
        findings.getChildren().setAll(report.map(this::findings).orElse(List.of()));
        result.setText(report.map(this::result).orElseGet(() -> words.get("proof.unchecked")));
        result.getStyleClass().removeAll("text-yes", "text-no");
        report.map(one -> one.isClean() ? "text-yes" : "text-no")
                .ifPresent(result.getStyleClass()::add);
    }

    private String result(VerificationReport report) {
        return report.isClean()
                ? words.get(
                        "proof.clean",
                        report.entries(),
                        report.assetsChecked(),
                        report.anchoring().size())
                : words.get("proof.damaged", report.findings().size());
    }

    private List<Node> findings(VerificationReport report) {
        return java.util.stream.Stream.concat(report.findings().stream(), report.notes().stream())
                .map(this::finding)
                .toList();
    }

    private Node finding(ValidationStatus status) {
        var where = text(status.where() + " \u00b7 " + status.code(), "mono");
        var box = new VBox(2, where, text(status.explanation(), "label"));
        box.getStyleClass()
                .add(
                        status.severity() == ValidationStatus.Severity.FINDING
                                ? "finding"
                                : "finding-note");
        return box;
    }

    private void log(ProofViewModel.Log log) {
        anchors.getChildren()
                .setAll(
                        text(words.get("proof.size", log.checkpoint().size()), "label"),
                        text(
                                log.anchored()
                                        .map(when ->
                                                words.get(
                                                        "proof.anchored",
                                                        words.day(when),
                                                        words.time(when),
                                                        log.anchorFolder()
                                                                .map(String::valueOf)
                                                                .orElse("")))
                                        .orElseGet(() -> words.get("proof.unanchored")),
                                "label"),
                        text(log.checkpoint().root().hex(), "mono"));
        key.getChildren()
                .setAll(log.words().stream().map(line -> (Node) text(line, "mono")).toList());
        key.getChildren().add(text(log.fingerprint().hex(), "caption"));
    }

    private HBox receipt() {
        var number = new TextField();
        number.setId("receipt-record");
        number.setPromptText(words.get("receipt.record"));
        number.setAccessibleText(words.get("receipt.record"));
        Runnable keep =
                () ->
                        Optional.of(number.getText())
                                .filter(text -> !text.isBlank())
                                .ifPresent(proof::keep);
        number.setOnAction(event -> keep.run());
        return new HBox(8, number, Buttons.quiet("receipt-keep", words.get("receipt.keep"), keep));
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
