package studio.backlot.cli.vectors;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.workflow.GeneratorSource;

/// The kinds of values that can be computed, by name.
public final class VectorKinds {
    /// The names, as the command line knows them.
    public static final List<String> NAMES =
            List.of("schedulers", "randn", "clip-tokens", "tokens", "pipelines");

    private VectorKinds() {}

    /// The kind of that name; pictures are written beside `inputFile`, packs are looked for in
    /// `models` or the catalogue.
    public static VectorKind of(
            String name,
            ModelCatalog catalog,
            Optional<Path> models,
            GeneratorSource generators,
            Path inputFile) {
        var packs = new VectorPacks(catalog, models);
        return switch (name) {
            case "schedulers" -> new SchedulerVectors();
            case "randn" -> new RandnVectors();
            case "clip-tokens", "tokens" -> new TokenVectors(packs);
            case "pipelines" -> new PipelineVectors(packs, generators, inputFile);
            default -> throw new IllegalArgumentException("there is no kind \"" + name + "\"");
        };
    }
}
