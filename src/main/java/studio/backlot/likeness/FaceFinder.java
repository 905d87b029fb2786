package studio.backlot.likeness;

import java.util.List;
import studio.backlot.base.Cancellation;
import studio.backlot.raster.Plate;

/// Finds faces in pictures; never says whose they are.
///
/// What it finds is a hint and no proof: it misses faces that are tiny, masked or turned away, and
/// takes a drawing or a doll for one.
public interface FaceFinder extends AutoCloseable {
    /// The faces of a picture of any size, the surest first; every box lies inside the picture. The
    /// same picture MUST give the same faces. MUST throw [studio.backlot.base.Cancelled] soon after
    /// the latch falls.
    List<Face> find(Plate picture, Cancellation cancellation);

    /// Frees what was loaded.
    @Override
    void close();
}
