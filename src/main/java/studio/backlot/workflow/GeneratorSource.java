package studio.backlot.workflow;

import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.diffusion.PlateGenerator;

/// Loads a pack into a generator; it keeps what it has loaded until it is closed.
public interface GeneratorSource extends AutoCloseable {
    /// The generator of this pack, loaded now or before; owned by the source. Reports the stage
    /// `load`.
    PlateGenerator open(ModelPack pack, Progress progress);

    /// Frees all that was loaded.
    @Override
    void close();
}
