package studio.backlot.cli.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackKind;

/// Finds the pack of a case: by its name in the folder given with `--models`, else that folder
/// itself, else an installed one.
final class VectorPacks {
    private final ModelCatalog catalog;
    private final Optional<Path> models;

    VectorPacks(ModelCatalog catalog, Optional<Path> models) {
        this.catalog = catalog;
        this.models = models;
    }

    /// The folder of the pack that a case names, or of the only one there is.
    Path folder(Optional<String> name) {
        if (models.isPresent()) {
            return name.map(models.get()::resolve).filter(Files::isDirectory).orElse(models.get());
        }
        return pack(name).folder();
    }

    /// The pack itself.
    ModelPack pack(Optional<String> name) {
        if (models.isPresent()) {
            return catalog.resolve(folder(name).toAbsolutePath().toString());
        }
        if (name.isPresent()) {
            return catalog.resolve(name.get());
        }
        List<ModelPack> packs = catalog.packs(PackKind.DIFFUSION);
        if (packs.isEmpty()) {
            throw new IllegalArgumentException(
                    "no image pack is installed: name one with --models DIR");
        }
        return packs.getFirst();
    }
}
