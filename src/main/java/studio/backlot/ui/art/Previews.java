package studio.backlot.ui.art;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.raster.Plate;

/// The newest small picture of each run, in memory alone.
final class Previews {
    private final Map<UUID, Plate> pictures = new HashMap<>();

    void put(UUID job, Plate picture) {
        pictures.put(job, picture);
    }

    Optional<Plate> of(UUID job) {
        return Optional.ofNullable(pictures.get(job));
    }

    void forget(UUID job) {
        pictures.remove(job);
    }

    void clear() {
        pictures.clear();
    }
}
