package studio.backlot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.PackCheck;
import studio.backlot.catalog.PackFinding;
import studio.backlot.workflow.Studio;

/// `backlot packs`: lists, checks and removes the model packs of this machine.
@Command(name = "packs", description = "Lists, checks and removes model packs.")
final class PacksCommand extends CommandGroup {

    /// `packs list`.
    @Command(name = "list", description = "Lists the packs of this machine.")
    static final class Listing implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        Listing(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            List<ModelPack> packs = studio.catalog().packs();
            var json =
                    new JsonBuilder()
                            .put("packs", packs.stream().map(Listing::json).toList())
                            .build();
            List<String> lines =
                    packs.isEmpty()
                            ? List.of("No pack is installed.")
                            : packs.stream()
                                    .map(pack ->
                                            "%-28s %-10s %-14s %s"
                                                    .formatted(
                                                            pack.id(),
                                                            kind(pack),
                                                            pack.licence(),
                                                            pack.displayName()))
                                    .toList();
            common.print(console, json, lines);
            return ExitCode.DONE;
        }

        private static JsonObject json(ModelPack pack) {
            return new JsonBuilder()
                    .put("id", pack.id())
                    .put("name", pack.displayName())
                    .put("kind", kind(pack))
                    .put("licence", pack.licence())
                    .put("folder", pack.folder().toString())
                    .build();
        }

        private static String kind(ModelPack pack) {
            return switch (pack.kind()) {
                case DIFFUSION -> "image";
                case TEXT -> "text";
                case UPSCALER -> "upscaler";
                case FACE_FINDER -> "faces";
                case OTHER -> "other";
            };
        }
    }

    /// `packs check`.
    @Command(
            name = "check",
            description = "Says in words what is wrong with a pack, or with all of them.")
    static final class Check implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(arity = "0..1", paramLabel = "ID|DIR", description = "the pack (default: all)")
        private @Nullable String what;

        Check(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            List<ModelPack> packs =
                    Optional.ofNullable(what)
                            .map(one -> List.of(studio.catalog().resolve(one)))
                            .orElseGet(() -> studio.catalog().packs());
            List<JsonObject> findings = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (ModelPack pack : packs) {
                List<PackFinding> found = PackCheck.of(pack);
                found.forEach(finding -> findings.add(json(pack, finding)));
                found.forEach(finding ->
                        lines.add(pack.id() + "/" + finding.file() + ": " + finding.words()));
                if (found.isEmpty()) {
                    lines.add(pack.id() + ": nothing found");
                }
            }
            var json = new JsonBuilder().put("findings", findings).build();
            common.print(console, json, lines);
            return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        }

        private static JsonObject json(ModelPack pack, PackFinding finding) {
            return new JsonBuilder()
                    .put("pack", pack.id())
                    .put("code", finding.code())
                    .put("file", finding.file())
                    .put("explanation", finding.words())
                    .build();
        }
    }

    /// `packs remove`.
    @Command(name = "remove", description = "Removes a pack that was added; the bundled ones stay.")
    static final class Remove implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "ID", description = "the pack")
        private String what = "";

        Remove(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            ModelPack pack = studio.catalog().resolve(what);
            studio.removePack(pack);
            common.print(
                    console,
                    new JsonBuilder().put("removed", pack.id()).build(),
                    List.of(pack.id() + " removed"));
            return ExitCode.DONE;
        }
    }
}
