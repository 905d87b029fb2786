package studio.backlot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.handover.ImportRecord;
import studio.backlot.handover.PackageManifest;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.workflow.ImportPackage;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.Studio;

/// `package import`: verifies a package and takes in what is new in it.
@Command(
        name = "import",
        description = {
            "Verifies a package from another machine and takes in what is new in it.",
            "Nothing is imported twice; a package that is refused changes nothing."
        })
final class PackageImportCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "the package")
    private Path file = Path.of("");

    PackageImportCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        OwnPerson person = who.person(studio);
        Role role = person.person().roles().stream().sorted().findFirst().orElse(Role.PRODUCER);
        try (OpenProduction production = studio.productions().openForWriting(folder, person)) {
            report(
                    new ImportPackage(production, studio.packages(), studio.io())
                            .run(file, PersonOptions.everyday(production.person(), role)));
        }
        return ExitCode.DONE;
    }

    private void report(ImportPackage.TakenIn taken) {
        PackageManifest manifest = taken.manifest();
        ImportRecord.News news = taken.news();
        Map<String, Long> events =
                news.entries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.event().wireName(),
                                        TreeMap::new,
                                        Collectors.counting()));
        var counts = new JsonBuilder();
        events.forEach(counts::put);
        var json =
                new JsonBuilder()
                        .put("package", manifest.id().toString())
                        .put("from", manifest.sender().name())
                        .put("production", manifest.log().production().toString())
                        .put("isNew", taken.entry().isPresent())
                        .put("records", news.entries().size())
                        .put("events", counts.build())
                        .put(
                                "assets",
                                news.files().stream()
                                        .map(asset -> new JsonString(asset.hex()))
                                        .toList())
                        .put("texts", news.texts().size())
                        .put("heldBack", manifest.heldBack());
        taken.entry().ifPresent(entry -> json.put("record", entry.index()));
        common.print(console, json.build(), lines(taken, events));
    }

    private static List<String> lines(ImportPackage.TakenIn taken, Map<String, Long> events) {
        PackageManifest manifest = taken.manifest();
        ImportRecord.News news = taken.news();
        List<String> lines = new ArrayList<>();
        if (taken.entry().isEmpty()) {
            lines.add("from " + manifest.sender().name() + ": nothing new, all of it is here");
            return lines;
        }
        lines.add(
                "from "
                        + manifest.sender().name()
                        + ": "
                        + news.files().size()
                        + " files, "
                        + news.entries().size()
                        + " records ("
                        + events.entrySet().stream()
                                .map(one -> one.getValue() + " " + one.getKey())
                                .collect(Collectors.joining(", "))
                        + "); record "
                        + taken.entry().map(entry -> entry.index()).orElse(0L)
                        + " says so");
        news.files().forEach(asset -> lines.add("  " + asset));
        if (manifest.heldBack() > 0) {
            lines.add(
                    manifest.heldBack()
                            + " plates there were not handed in and stay with their maker");
        }
        return lines;
    }
}
