package studio.backlot.ui.models;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackCheck;
import studio.backlot.catalog.PackFinding;
import studio.backlot.ui.fx.Background;
import studio.backlot.workflow.Studio;

/// The packs of this machine, and what a check of the chosen one found. For the window's thread.
public final class ModelsViewModel {
    private final Studio studio;
    private final Background io;
    private final ObservableList<ModelPack> packs = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ModelPack>> chosen =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<CheckState> check =
            new ReadOnlyObjectWrapper<>(new CheckState.Unasked());

    public ModelsViewModel(Studio studio, Background io) {
        this.studio = studio;
        this.io = io;
        chosen.addListener((property, before, now) -> check.set(new CheckState.Unasked()));
    }

    /// How far a check of the chosen pack has come.
    public sealed interface CheckState {
        /// Nobody asked.
        record Unasked() implements CheckState {}

        /// Its files are being read.
        record Checking() implements CheckState {}

        /// All that was found; nothing when the pack is as its maker left it.
        record Checked(List<PackFinding> findings) implements CheckState {
            public Checked {
                findings = List.copyOf(findings);
            }
        }
    }

    public ObservableList<ModelPack> packs() {
        return packs;
    }

    public ObjectProperty<Optional<ModelPack>> chosen() {
        return chosen;
    }

    public ReadOnlyObjectProperty<CheckState> check() {
        return check.getReadOnlyProperty();
    }

    /// Looks for the packs again.
    public void load() {
        io.ask(
                () -> studio.catalog().packs(),
                found -> {
                    packs.setAll(found);
                    if (chosen.get().isEmpty()) {
                        chosen.set(found.stream().findFirst());
                    }
                });
    }

    /// Checks the files of the chosen pack.
    public void checkNow() {
        chosen.get()
                .ifPresent(pack -> {
                    check.set(new CheckState.Checking());
                    io.ask(
                            () -> PackCheck.of(pack),
                            found -> {
                                if (chosen.get().filter(pack::equals).isPresent()) {
                                    check.set(new CheckState.Checked(found));
                                }
                            });
                });
    }
}
