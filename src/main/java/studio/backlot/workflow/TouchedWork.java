package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;

/// The runs that name a person or rest on their consent, and where what came of them went.
///
/// `intents` are the entries of the runs. `packages` left the machine and cannot be recalled.
public record TouchedWork(
        List<Long> intents, List<Made> assets, List<Left> exports, List<Sent> packages) {
    public TouchedWork {
        intents = List.copyOf(intents);
        assets = List.copyOf(assets);
        exports = List.copyOf(exports);
        packages = List.copyOf(packages);
    }

    /// A file that a run made: the outcome that says so, and its hash.
    public record Made(long outcome, String asset) {}

    /// A file that left the production: its entry, its hash, and for which use.
    public record Left(long export, String file, String use) {}

    /// A package that left: its entry, its id, and its file's name where that was not erased.
    public record Sent(long handover, String packageId, Optional<String> name) {}

    public JsonObject toJson() {
        return new JsonBuilder()
                .put("runs", intents.stream().map(JsonNumber::of).toList())
                .put(
                        "assets",
                        assets.stream()
                                .map(one ->
                                        new JsonBuilder()
                                                .put("record", one.outcome())
                                                .put("asset", one.asset())
                                                .build())
                                .toList())
                .put(
                        "exports",
                        exports.stream()
                                .map(one ->
                                        new JsonBuilder()
                                                .put("record", one.export())
                                                .put("file", one.file())
                                                .put("use", one.use())
                                                .build())
                                .toList())
                .put("packages", packages.stream().map(TouchedWork::toJson).toList())
                .build();
    }

    static JsonObject toJson(Sent one) {
        return new JsonBuilder()
                .put("record", one.handover())
                .put("package", one.packageId())
                .put("name", one.name())
                .build();
    }

    /// One line for each thing.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        intents.forEach(index -> lines.add("run      record " + index));
        assets.forEach(one -> lines.add("asset    record " + one.outcome() + "  " + one.asset()));
        exports.forEach(one ->
                lines.add(
                        "export   record " + one.export() + "  " + one.file() + "  " + one.use()));
        packages.forEach(one -> lines.add(line(one)));
        return lines;
    }

    static String line(Sent one) {
        return "package  record "
                + one.handover()
                + "  "
                + one.name().orElse(one.packageId())
                + "  (left this machine, cannot be recalled)";
    }
}
