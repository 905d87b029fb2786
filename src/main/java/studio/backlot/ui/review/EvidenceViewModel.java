package studio.backlot.ui.review;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Role;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.AnswerQuestions;
import studio.backlot.workflow.AssetCard;
import studio.backlot.workflow.AssetEvidence;
import studio.backlot.workflow.LookAtAsset;
import studio.backlot.workflow.OpenProduction;

/// What is known of the chosen asset, once it is read. For the window's thread.
final class EvidenceViewModel {
    private final ReadOnlyObjectWrapper<Optional<AssetCard>> card =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AssetEvidence>> evidence =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<Optional<ContentHash>> wanted =
            new AtomicReference<>(Optional.empty());

    /// The asset that is looked at.
    ReadOnlyObjectProperty<Optional<AssetCard>> card() {
        return card.getReadOnlyProperty();
    }

    /// All about it; none until it is read.
    ReadOnlyObjectProperty<Optional<AssetEvidence>> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /// Looks at an asset, or at none.
    void look(Optional<OpenShow> show, Optional<AssetCard> now) {
        Optional<ContentHash> asset = now.map(AssetCard::asset);
        boolean isOther = !asset.equals(card.get().map(AssetCard::asset));
        wanted.set(asset);
        card.set(now);
        if (isOther) {
            evidence.set(Optional.empty());
        }
        if (show.isPresent() && asset.isPresent()) {
            OpenShow one = show.get();
            one.ask(
                    production -> read(production, one, asset.get()),
                    found -> {
                        if (wanted.get().equals(asset) && found.isPresent()) {
                            evidence.set(found);
                        }
                    });
        }
    }

    /// Records answers to the open questions about the asset, by rule; `done` is told when that is
    /// over, `otherwise` of what stands in the way.
    void answer(
            OpenShow show,
            Map<String, String> answers,
            Runnable done,
            Consumer<RuntimeException> otherwise) {
        Optional<ContentHash> asset = card.get().map(AssetCard::asset);
        var context = show.studio().context();
        asset.ifPresent(one ->
                show.ask(
                        production ->
                                new AnswerQuestions(production, context.ids(), context.faceFinder())
                                        .run(one, answers, show.everyday(Role.PRODUCER)),
                        submission -> done.run(),
                        otherwise));
    }

    /// Not for the window's thread: what was chosen for a moment only is not read.
    private Optional<AssetEvidence> read(
            OpenProduction production, OpenShow show, ContentHash asset) {
        return wanted.get().equals(Optional.of(asset))
                ? Optional.of(
                        new LookAtAsset(production).of(asset, show.everyday(Role.PRODUCER).maker()))
                : Optional.empty();
    }
}
