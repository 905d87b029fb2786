package studio.backlot.ui.production;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.ui.production.FormCard.Form;
import studio.backlot.ui.shell.Overlay;
import studio.backlot.ui.widget.Buttons;
import studio.backlot.ui.widget.Fields;
import studio.backlot.ui.widget.Mark;
import studio.backlot.ui.widget.MarkIcon;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.OpenedConsent;
import studio.backlot.workflow.TouchedWork;

/// The consents of the production and how each stands, and what is held about a person.
final class ConsentsView extends PartView {
    private final ConsentsViewModel consents;
    private final ListView<OpenedConsent> list;
    private final FlowPane chosen = buttons();
    private final HoldingsView holdings;

    ConsentsView(ProductionViewModel production, Overlay overlay, Words words) {
        super(ProductionPart.CONSENTS, production, overlay, words);
        consents = new ConsentsViewModel(production, words);
        list = list("consents", words.get("consents.none"), this::row);
        whenChosen(list, this::choose);
        holdings = new HoldingsView(consents, words);
        fill(
                list,
                chosen,
                buttons(
                        recording(
                                Buttons.quiet(
                                        "consent-add", words.get("consents.add"), this::add))),
                holdings);
    }

    @Override
    void show(ProductionFacts facts) {
        refill(list, facts.consents(), one -> one.consent().id());
    }

    private Node row(OpenedConsent one) {
        return row(
                Optional.of(new MarkIcon(mark(one))),
                subject(one),
                one.record()
                        .map(ConsentRecord::scope)
                        .filter(scope -> !scope.isBlank())
                        .map(scope ->
                                words().get(
                                                "consent.row",
                                                words().get(
                                                                "about."
                                                                        + one.consent()
                                                                                .terms()
                                                                                .about()
                                                                                .wireName()),
                                                scope))
                        .orElse(""),
                state(one));
    }

    private String subject(OpenedConsent one) {
        return one.record().map(ConsentRecord::subject).orElseGet(() -> words().get("erased"));
    }

    private Mark mark(OpenedConsent one) {
        boolean isEnded = one.consent().withdrawn().isPresent() || consents.isOver(one);
        boolean isGiven = one.record().map(ConsentRecord::isGiven).orElse(true);
        return isEnded || !isGiven ? Mark.REJECTED : Mark.APPROVED;
    }

    private String state(OpenedConsent one) {
        if (one.consent().withdrawn().isPresent()) {
            return words().get(
                            "consent.withdrawn", words().day(one.consent().withdrawn().get().at()));
        }
        if (!one.record().map(ConsentRecord::isGiven).orElse(true)) {
            return words().get("consent.notGiven");
        }
        Optional<String> end =
                one.consent()
                        .terms()
                        .expiresAt()
                        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1).toString());
        if (consents.isOver(one)) {
            return words().get("consent.over", end.orElse(""));
        }
        return end.map(day -> words().get("consent.until", day))
                .orElseGet(() -> words().get("consent.inForce"));
    }

    private void choose(Optional<OpenedConsent> now) {
        chosen.getChildren().clear();
        now.filter(one -> one.consent().withdrawn().isEmpty())
                .ifPresent(one ->
                        chosen.getChildren()
                                .add(
                                        recording(
                                                Buttons.quiet(
                                                        "consent-withdraw",
                                                        words().get("consents.withdraw"),
                                                        () ->
                                                                consents.touched(
                                                                        one.consent().id(),
                                                                        touched ->
                                                                                withdraw(
                                                                                        one,
                                                                                        touched))))));
        now.flatMap(OpenedConsent::record)
                .ifPresent(record ->
                        chosen.getChildren()
                                .add(
                                        Buttons.quiet(
                                                "consent-holdings",
                                                words().get("holdings.of"),
                                                () -> holdings.ask(record.subject()))));
        chosen.setManaged(!chosen.getChildren().isEmpty());
    }

    private void withdraw(OpenedConsent one, TouchedWork touched) {
        var reason = new TextField();
        reason.setId("withdraw-reason");
        var touches = new VBox(2);
        touches.setId("withdraw-touches");
        touched.lines().forEach(line -> touches.getChildren().add(label(line, "mono")));
        sign(
                new Form(
                        "withdraw",
                        words().get("consents.withdraw.title", subject(one)),
                        words().get("consents.withdraw.do"),
                        List.of(
                                label(words().get("consents.withdraw.why"), "soft"),
                                Fields.row(words().get("consents.reason"), reason),
                                label(
                                        words().get("consents.touches", touched.lines().size()),
                                        "section"),
                                touches),
                        true),
                (passphrase, ending) ->
                        consents.withdraw(
                                one.consent().id(), reason.getText(), passphrase, ending));
    }

    private void add() {
        var form = new ConsentForm(words());
        sign(
                new Form(
                        "consent",
                        words().get("consents.new"),
                        words().get("consents.record"),
                        form.fields(),
                        true),
                (passphrase, ending) -> consents.add(form.draft(), passphrase, ending));
    }
}
