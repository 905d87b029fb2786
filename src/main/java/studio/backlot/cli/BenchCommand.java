package studio.backlot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonBoolean;
import studio.backlot.base.JsonValue.JsonNull;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// `bench`: measures on this machine what `docs/benchmarks.md` reports.
@Command(
        name = "bench",
        description =
                "Measures start, ledger, lists, scrolling, packages and images on this machine; takes minutes.")
final class BenchCommand implements Callable<Integer> {
    private static final List<String> NAMES =
            List.of("start", "ledger", "browse", "scroll", "package", "image", "making");

    private final Benchmarks benchmarks;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "all",
            description =
                    "browse, image, ledger, making, package, scroll, start or all (scroll and making open a window)")
    private String name = "all";

    @Option(
            names = "--peer",
            description =
                    "Also runs the plain Python loop named by BACKLOT_PEER_PYTHON and BACKLOT_PEER_LOOP.")
    private boolean isAgainstPeer;

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "the long ledger (default: 1000000; for browse and scroll at most 200000)")
    private long entries = 1_000_000;

    BenchCommand(Benchmarks benchmarks, Console console) {
        this.benchmarks = benchmarks;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (!name.equals("all") && !NAMES.contains(name)) {
            throw new WrongUse(
                    "there is no measurement \""
                            + name
                            + "\"; choose browse, image, ledger, making, package, scroll, start or all");
        }
        var json = new JsonBuilder();
        List<String> lines = new ArrayList<>();
        for (String one : name.equals("all") ? NAMES : List.of(name)) {
            JsonObject figures =
                    benchmarks.run(new Benchmarks.BenchRequest(one, isAgainstPeer, entries));
            json.put(one, figures);
            flatten(one, figures, lines);
        }
        common.print(console, json.build(), lines);
        return ExitCode.DONE;
    }

    private static void flatten(String path, JsonValue value, List<String> lines) {
        switch (value) {
            case JsonObject object ->
                    object.members()
                            .forEach((key, member) -> flatten(path + "." + key, member, lines));
            case JsonArray ignored -> {}
            case JsonString text -> lines.add(path + " = " + text.value());
            case JsonNumber number -> lines.add(path + " = " + number.literal());
            case JsonBoolean truth -> lines.add(path + " = " + truth.value());
            case JsonNull ignored -> {}
        }
    }
}
