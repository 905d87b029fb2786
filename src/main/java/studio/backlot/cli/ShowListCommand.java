package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.ReviewWork;
import studio.backlot.workflow.ReviewWork.Reviewed;
import studio.backlot.workflow.Studio;

/// `show list`: the tree, and the versions that were handed in for each slot.
@Command(
        name = "list",
        description = "Lists the show's tree with the versions handed in for each slot.")
final class ShowListCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    ShowListCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenProduction production = studio.productions().openForReading(folder)) {
            ShowTree tree = production.register().showTree();
            Map<Optional<UUID>, List<Reviewed>> reviewed =
                    new ReviewWork(production)
                            .all().stream()
                                    .collect(Collectors.groupingBy(one -> one.item().slot()));
            List<JsonObject> nodes = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            add(tree, Optional.empty(), reviewed, nodes, lines);
            if (nodes.isEmpty()) {
                lines.add("No episodes, sequences, shots or slots yet.");
            }
            common.print(console, new JsonBuilder().put("nodes", nodes).build(), lines);
        }
        return ExitCode.DONE;
    }

    private static void add(
            ShowTree tree,
            Optional<UUID> parent,
            Map<Optional<UUID>, List<Reviewed>> reviewed,
            List<JsonObject> nodes,
            List<String> lines) {
        for (ShowNode node : tree.children(parent)) {
            List<Reviewed> here = reviewed.getOrDefault(Optional.of(node.id()), List.of());
            nodes.add(
                    new JsonBuilder()
                            .put("id", node.id().toString())
                            .put("kind", node.kind().wireName())
                            .put("path", tree.words(node.id()))
                            .put("versions", here.stream().map(ShowListCommand::json).toList())
                            .build());
            lines.add(
                    "  ".repeat(tree.path(node.id()).size() - 1)
                            + node.name()
                            + "  "
                            + node.kind().wireName());
            here.forEach(one -> lines.add("  ".repeat(tree.path(node.id()).size()) + line(one)));
            add(tree, Optional.of(node.id()), reviewed, nodes, lines);
        }
    }

    private static JsonObject json(Reviewed one) {
        return new JsonBuilder()
                .put("asset", one.item().asset().hex())
                .put("version", one.item().version())
                .put("use", one.submission().use().wireName())
                .put("state", one.clearance().state().wireName())
                .build();
    }

    private static String line(Reviewed one) {
        return String.format(
                Locale.ROOT,
                "v%03d  %s  %s  %s",
                one.item().version(),
                one.submission().use().wireName(),
                one.item().asset().hex().substring(0, 16),
                one.clearance().words());
    }
}
