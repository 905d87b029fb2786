package studio.backlot.ui.art;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.catalog.ModelPack;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.workflow.UsedSettings;

/// What the next plates are made with: words, numbers, pack and frame. For the window's thread.
public final class RecipeViewModel {
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty negative = new SimpleStringProperty("");
    private final IntegerProperty steps =
            new SimpleIntegerProperty(PlateRequest.of("").inferenceSteps());
    private final DoubleProperty guidance =
            new SimpleDoubleProperty(PlateRequest.of("").guidanceScale());
    private final ObjectProperty<Optional<String>> scheduler =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty seedKept = new SimpleBooleanProperty();
    private final StringProperty seed = new SimpleStringProperty("");
    private final IntegerProperty takes = new SimpleIntegerProperty(1);
    private final ObjectProperty<FrameChoice> frame =
            new SimpleObjectProperty<>(new FrameChoice.Own(1));
    private final ObjectProperty<Optional<ModelPack>> pack =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ModelPack> packs = FXCollections.observableArrayList();

    public StringProperty prompt() {
        return prompt;
    }

    public StringProperty negative() {
        return negative;
    }

    public IntegerProperty steps() {
        return steps;
    }

    public DoubleProperty guidance() {
        return guidance;
    }

    /// The short name of a scheduler, or none for the pack's own.
    public ObjectProperty<Optional<String>> scheduler() {
        return scheduler;
    }

    /// Whether the seed that stands in [#seed] is used again; else each run draws one.
    public BooleanProperty seedKept() {
        return seedKept;
    }

    /// The seed in digits: the one to use, or the one used last.
    public StringProperty seed() {
        return seed;
    }

    /// How many takes one click asks for, 1 to 8.
    public IntegerProperty takes() {
        return takes;
    }

    public ObjectProperty<FrameChoice> frame() {
        return frame;
    }

    public ObjectProperty<Optional<ModelPack>> pack() {
        return pack;
    }

    /// The packs that make pictures.
    public ObservableList<ModelPack> packs() {
        return packs;
    }

    /// Makes the next plates with this pack, one that has come since the show was opened too.
    void use(ModelPack wanted) {
        Optional<ModelPack> known =
                packs.stream().filter(one -> one.id().equals(wanted.id())).findFirst();
        if (known.isEmpty()) {
            packs.add(wanted);
        }
        pack.set(Optional.of(known.orElse(wanted)));
    }

    /// The seed that is kept, if it is and it is a number.
    Optional<Long> keptSeed() {
        if (!seedKept.get()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseUnsignedLong(seed.get().replace(" ", "").strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Takes over what a recorded plate was made with; its seed is kept.
    void take(UsedSettings used) {
        PlateRequest request = used.request();
        prompt.set(request.prompt());
        negative.set(request.negativePrompt());
        steps.set(request.inferenceSteps());
        guidance.set(request.guidanceScale());
        seed.set(Long.toUnsignedString(request.seed()));
        seedKept.set(true);
        packs.stream()
                .filter(one -> one.id().equals(used.pack()))
                .findFirst()
                .ifPresent(one -> pack.set(Optional.of(one)));
        frame.set(FrameChoice.of(request.sizing()));
    }

    /// Puts these words into the bar where nothing stands in it yet.
    void begin(String words) {
        if (prompt.get().isEmpty()) {
            prompt.set(words);
        }
    }

    /// The request with this seed.
    PlateRequest request(long drawn) {
        PlateRequest request =
                PlateRequest.of(prompt.get().strip())
                        .withNegativePrompt(negative.get().strip())
                        .withInferenceSteps(steps.get())
                        .withGuidanceScale(guidance.get())
                        .withSeed(drawn)
                        .withSizing(frame.get().sizing());
        return scheduler
                .get()
                .map(name ->
                        request.withScheduler(SchedulerChoice.named(Schedulers.keptName(name))))
                .orElse(request);
    }
}
