package studio.backlot.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import studio.backlot.clearance.ReviewState;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.ActRefused;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.EntryUnknown;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ReviewWork;
import studio.backlot.workflow.VerdictDrafts;

/// The verdicts that are gathered before they are signed together; until then each can be undone.
/// For the window's thread.
final class VerdictTray {
    private final Consumer<Message> foot;
    private final Words words;
    private final ObservableList<Gathered> gathered = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper isSigning = new ReadOnlyBooleanWrapper();
    private Optional<OpenShow> show = Optional.empty();

    /// `foot` shows what is said at the foot of the window.
    VerdictTray(Consumer<Message> foot, Words words) {
        this.foot = foot;
        this.words = words;
        gathered.addListener((ListChangeListener<Gathered>) change -> keep());
    }

    void open(OpenShow opened) {
        show = Optional.empty();
        gathered.clear();
        show = Optional.of(opened);
    }

    /// Takes up what this person gathered before and has not signed, as far as it can still be
    /// decided about; asked once the lists are there.
    void takeUp(OpenShow opened, BrowseAssets assets) {
        if (opened.isReadOnly()) {
            return;
        }
        opened.ask(
                production ->
                        drafts(opened).read().stream()
                                .flatMap(draft ->
                                        assets.card(draft.asset()).stream()
                                                .filter(VerdictTray::canDecide)
                                                .filter(card ->
                                                        card.standing()
                                                                .use()
                                                                .equals(Optional.of(draft.use())))
                                                .map(card ->
                                                        new Gathered(
                                                                card,
                                                                draft.use(),
                                                                draft.decision(),
                                                                draft.reason(),
                                                                Optional.empty())))
                                .toList(),
                before -> {
                    if (show.equals(Optional.of(opened)) && gathered.isEmpty()) {
                        gathered.setAll(before);
                        if (!before.isEmpty()) {
                            foot.accept(Message.of(words.get("tray.waiting", before.size())));
                        }
                    }
                });
    }

    private static VerdictDrafts drafts(OpenShow of) {
        return new VerdictDrafts(of.production(), of.actor().person().id());
    }

    /// Keeps what is gathered as a draft of this person, beside the record.
    private void keep() {
        show.filter(one -> !one.isReadOnly())
                .ifPresent(one -> {
                    List<VerdictDrafts.Draft> now =
                            gathered.stream()
                                    .map(verdict ->
                                            new VerdictDrafts.Draft(
                                                    verdict.card().asset(),
                                                    verdict.use(),
                                                    verdict.decision(),
                                                    verdict.reason()))
                                    .toList();
                    one.desk().run(() -> drafts(one).keep(now));
                });
    }

    void close() {
        show = Optional.empty();
        gathered.clear();
    }

    /// What is gathered, in the order it was decided.
    ObservableList<Gathered> gathered() {
        return gathered;
    }

    /// Whether verdicts are being recorded.
    ReadOnlyBooleanProperty isSigning() {
        return isSigning.getReadOnlyProperty();
    }

    /// Whether there is something to decide about an asset: its maker handed it in.
    static boolean canDecide(AssetCard card) {
        return card.standing().isSubmitted() && card.standing().use().isPresent();
    }

    /// Gathers a verdict in place of an earlier one about the same thing.
    void gather(AssetCard card, ReviewState decision, String reason) {
        var verdict =
                new Gathered(
                        card,
                        card.standing().use().orElseThrow(),
                        decision,
                        reason,
                        Optional.empty());
        gathered.removeIf(verdict::isAbout);
        gathered.add(verdict);
    }

    /// What is gathered about an asset.
    Optional<Gathered> about(AssetCard card) {
        return gathered.stream().filter(one -> one.card().asset().equals(card.asset())).findFirst();
    }

    /// Takes the last verdict back.
    void undo() {
        if (!gathered.isEmpty() && !isSigning.get()) {
            Gathered last = gathered.removeLast();
            foot.accept(Message.of(words.get("tray.undone", last.card().path())));
        }
    }

    /// Whether the person's passphrase is needed to sign.
    boolean needsPassphrase() {
        return show.filter(one -> one.actor().hasPassphrase()).isPresent();
    }

    /// Signs and records all verdicts. `signed` is told when that is over, `otherwise` of what
    /// prevented it altogether, such as a wrong passphrase; those that a rule refuses stay here
    /// with the reason.
    void sign(String passphrase, Runnable signed, Consumer<RuntimeException> otherwise) {
        if (show.isEmpty() || gathered.isEmpty() || isSigning.get()) {
            return;
        }
        OpenShow one = show.get();
        List<Gathered> all = List.copyOf(gathered);
        isSigning.set(true);
        one.ask(
                production -> record(production, all, one.guarded(Role.PRODUCER, passphrase)),
                refused -> {
                    isSigning.set(false);
                    gathered.setAll(refused);
                    tell(all.size() - refused.size(), refused);
                    signed.run();
                },
                failure -> {
                    isSigning.set(false);
                    otherwise.accept(failure);
                });
    }

    /// Not for the window's thread: those that could not be recorded.
    private static List<Gathered> record(
            OpenProduction production, List<Gathered> all, Signatory by) {
        var review = new ReviewWork(production);
        List<Gathered> refused = new ArrayList<>();
        for (Gathered one : all) {
            try {
                review.decide(
                        new ReviewWork.DecideOrder(
                                one.card().asset().hex(),
                                Optional.of(one.use()),
                                one.decision(),
                                one.reason(),
                                by));
            } catch (ActRefused | EntryUnknown e) {
                refused.add(one.refused(String.valueOf(e.getMessage())));
            }
        }
        return refused;
    }

    private void tell(int signed, List<Gathered> refused) {
        foot.accept(
                refused.isEmpty()
                        ? Message.of(words.get("tray.signed", signed))
                        : Message.failure(
                                words.get(
                                        "tray.refused",
                                        signed,
                                        refused.size(),
                                        refused.getFirst().refusal().orElse(""))));
    }
}
