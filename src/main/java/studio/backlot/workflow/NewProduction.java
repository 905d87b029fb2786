package studio.backlot.workflow;

import java.nio.file.Path;
import java.util.Optional;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;

/// What a person says of a production they begin: its name, its rules, and where checkpoints go
/// outside it.
public record NewProduction(
        String name, PolicyPreset preset, OwnPerson person, Optional<Path> anchorFolder) {}
