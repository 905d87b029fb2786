package studio.backlot.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackKind;
import studio.backlot.diffusion.ModelFolder;
import studio.backlot.diffusion.PlateGenerator;
import studio.backlot.diffusion.onnx.OnnxPlateGenerator;
import studio.backlot.workflow.GeneratorSource;

/// Keeps the generator that was used last loaded, and enlarges with the first upscaler that is
/// installed.
///
/// Another pack replaces the one before, so that two packs never stand in memory together.
final class LoadedGenerators implements GeneratorSource {
    private final ModelCatalog catalog;
    private final Executor executor;
    private Optional<Loaded> loaded = Optional.empty();

    LoadedGenerators(ModelCatalog catalog, Executor executor) {
        this.catalog = catalog;
        this.executor = executor;
    }

    private record Loaded(ModelPack pack, PlateGenerator generator) {}

    @Override
    public PlateGenerator open(ModelPack pack, Progress progress) {
        if (loaded.isPresent() && loaded.get().pack().folder().equals(pack.folder())) {
            return loaded.get().generator();
        }
        close();
        PlateGenerator generator =
                OnnxPlateGenerator.open(folder(pack), this::upscaler, executor, progress);
        loaded = Optional.of(new Loaded(pack, generator));
        return generator;
    }

    private Optional<ModelFolder> upscaler() {
        return catalog.packs(PackKind.UPSCALER).stream().findFirst().map(LoadedGenerators::folder);
    }

    private static ModelFolder folder(ModelPack pack) {
        return new ModelFolder(pack.id(), pack.folder(), pack::watch);
    }

    @Override
    public void close() {
        loaded.ifPresent(one -> one.generator().close());
        loaded = Optional.empty();
    }
}
