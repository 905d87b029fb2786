package studio.backlot.workflow;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.catalog.ModelPack;

/// What a run takes from its surroundings: ids, the program's version, the packs that may be named
/// in a record, and the face finder.
public record RunContext(
        InstantSource clock,
        Supplier<UUID> ids,
        String version,
        Supplier<List<ModelPack>> installed,
        FaceFinderSource faceFinder) {
    List<ModelPack> packs() {
        return installed.get();
    }
}
