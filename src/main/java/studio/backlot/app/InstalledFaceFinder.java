package studio.backlot.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import studio.backlot.base.HashedFile;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackKind;
import studio.backlot.likeness.FaceFinder;
import studio.backlot.likeness.onnx.OnnxFaceFinder;
import studio.backlot.workflow.FaceFinderSource;

/// Loads the first face finder that is installed.
final class InstalledFaceFinder implements FaceFinderSource {
    private static final String GRAPH = "model.onnx";

    private final ModelCatalog catalog;
    private final Executor executor;

    InstalledFaceFinder(ModelCatalog catalog, Executor executor) {
        this.catalog = catalog;
        this.executor = executor;
    }

    @Override
    public Optional<Loaded> open() {
        return catalog.packs(PackKind.FACE_FINDER).stream().findFirst().map(this::open);
    }

    private Loaded open(ModelPack pack) {
        Supplier<List<HashedFile>> hashes = pack.watch(List.of(GRAPH), executor);
        FaceFinder finder = OnnxFaceFinder.open(pack.folder().resolve(GRAPH));
        try {
            return new Loaded(finder, pack, hashes.get());
        } catch (RuntimeException e) {
            finder.close();
            throw e;
        }
    }
}
