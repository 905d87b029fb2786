package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.HashedFile;
import studio.backlot.catalog.ModelPack;
import studio.backlot.likeness.FaceFinder;

/// Loads the face finder of this machine.
@FunctionalInterface
public interface FaceFinderSource {
    /// The finder that is installed, loaded now; none where there is no pack for one. The caller
    /// closes it.
    Optional<Loaded> open();

    /// A finder, and the files of its pack that were loaded.
    record Loaded(FaceFinder finder, ModelPack pack, List<HashedFile> files)
            implements AutoCloseable {
        public Loaded {
            files = List.copyOf(files);
        }

        @Override
        public void close() {
            finder.close();
        }
    }
}
