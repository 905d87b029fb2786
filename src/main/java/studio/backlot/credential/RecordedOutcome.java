package studio.backlot.credential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.Plate;

/// A succeeded outcome entry, read for what a file says about its picture: leniently, whatever of
/// it is there.
final class RecordedOutcome {
    /// Digits of a weight file's SHA-256 that stand for it in texts, as in the web UI.
    private static final int SHORT_HASH = 10;

    private final LedgerEntry entry;
    private final JsonObject recipe;
    private final JsonObject output;

    private RecordedOutcome(LedgerEntry entry, JsonObject output) {
        this.entry = entry;
        this.recipe = entry.assertions().object("recipe").orElse(JsonObject.EMPTY);
        this.output = output;
    }

    /// Holds the pixels against the entry; throws [ExportRefused] unless it is the succeeded
    /// outcome that recorded them.
    static RecordedOutcome of(LedgerEntry entry, Plate asset) {
        String status =
                entry.assertions().object("run").flatMap(run -> run.text("status")).orElse("none");
        if (entry.event() != EventType.OUTCOME || !status.equals("succeeded")) {
            throw new ExportRefused(
                    "entry "
                            + entry.index()
                            + " records no finished picture (event "
                            + entry.event().wireName()
                            + ", status "
                            + status
                            + "): only the outcome of a run that succeeded can be exported");
        }
        String pixels = asset.pixelHash().hex();
        return outputs(entry)
                .filter(output ->
                        output.text("asset").isPresent()
                                && output.text("pixels").orElse("").equals(pixels)
                                && isNumber(output, "width", asset.width())
                                && isNumber(output, "height", asset.height()))
                .findFirst()
                .map(output -> new RecordedOutcome(entry, output))
                .orElseThrow(() ->
                        new ExportRefused(
                                "entry "
                                        + entry.index()
                                        + " does not record this picture of "
                                        + asset.width()
                                        + "x"
                                        + asset.height()
                                        + " (pixel hash "
                                        + pixels
                                        + "): export the asset that the entry names"));
    }

    private static Stream<JsonObject> outputs(LedgerEntry entry) {
        JsonObject assertions = entry.assertions();
        Stream<JsonValue> listed = assertions.array("output").orElse(List.of()).stream();
        return Stream.concat(assertions.object("output").stream(), listed)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static boolean isNumber(JsonObject object, String name, long value) {
        return object.number(name).map(JsonNumber::literal).orElse("").equals(Long.toString(value));
    }

    /// The web UI's keys and values for the recipe, in its order.
    Map<String, String> parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "Steps", value("inferenceSteps", "steps"));
        value("scheduler")
                .ifPresent(scheduler -> {
                    var sampler =
                            A1111Sampler.of(
                                    scheduler,
                                    recipe.object("schedulerConfig").orElse(JsonObject.EMPTY));
                    values.put("Sampler", sampler.name());
                    put(values, "Schedule type", sampler.scheduleType());
                });
        put(values, "CFG scale", value("guidanceScale", "guidance"));
        put(values, "Seed", value("seed"));
        put(
                values,
                "Size",
                value("width")
                        .flatMap(width -> value("height").map(height -> width + "x" + height)));
        put(values, "Model hash", denoiserHash());
        put(values, "Model", packName());
        put(values, "Denoising strength", value("strength", "denoisingStrength"));
        // torch's CPU generator is the one whose numbers Backlot draws
        put(values, "RNG", value("seed").map(seed -> "CPU"));
        values.put("Version", tool());
        return values;
    }

    private static void put(Map<String, String> values, String key, Optional<String> value) {
        value.ifPresent(present -> values.put(key, present));
    }

    private Optional<String> value(String... names) {
        for (String name : names) {
            Optional<String> found = recipe.get(name).flatMap(RecordedOutcome::plain);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> plain(JsonValue value) {
        return switch (value) {
            case JsonString string -> Optional.of(string.value());
            case JsonNumber number -> Optional.of(number.literal());
            default -> Optional.empty();
        };
    }

    private Optional<String> denoiserHash() {
        Optional<String> recorded = value("denoiser", "denoiserSha256").or(this::denoiserFile);
        return recorded.map(hash -> hash.substring(0, Math.min(SHORT_HASH, hash.length())));
    }

    private Optional<String> denoiserFile() {
        return packs().stream()
                .flatMap(pack -> pack.array("files").orElse(List.of()).stream())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(file ->
                        file.text("path").orElse("").matches("(unet|transformer)/.*\\.onnx"))
                .findFirst()
                .flatMap(file -> file.text("sha256"));
    }

    private Optional<String> packName() {
        return packs().stream()
                .findFirst()
                .flatMap(pack -> pack.text("name").or(() -> pack.text("id")));
    }

    private List<JsonObject> packs() {
        List<JsonObject> packs = new ArrayList<>();
        recipe.object("pack").ifPresent(packs::add);
        entry.assertions()
                .array("packs")
                .orElse(List.of())
                .forEach(pack -> {
                    if (pack instanceof JsonObject object) {
                        packs.add(object);
                    }
                });
        return packs;
    }

    private String tool() {
        JsonObject assertions = entry.assertions();
        JsonObject system = assertions.object("system").orElse(JsonObject.EMPTY);
        String version = system.text("version").map(text -> " " + text).orElse("");
        return system.text("name")
                .map(name -> name + version)
                .or(() -> assertions.object("runtime").flatMap(runtime -> runtime.text("system")))
                .orElse("Backlot");
    }

    /// The XMP of the picture: how it was made, with what, and the persons credited, at least the
    /// one who made it.
    XmpPacket xmp() {
        String term =
                output.text("digitalSourceType")
                        .orElse(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.term());
        DigitalSourceType type =
                DigitalSourceType.ofTerm(term)
                        .or(() -> DigitalSourceType.ofUri(term))
                        .orElseThrow(() ->
                                new ExportRefused(
                                        "entry "
                                                + entry.index()
                                                + " calls its picture \""
                                                + term
                                                + "\", which is no digital source type of IPTC or C2PA"));
        Optional<String> version = denoiserHash().map(hash -> "sha256 " + hash);
        return new XmpPacket(
                Optional.of(type.uri()),
                Optional.of(tool()),
                packName(),
                packName().isPresent() ? version : Optional.empty(),
                credits());
    }

    private List<String> credits() {
        List<String> names =
                entry.assertions().array("credits").orElse(List.of()).stream()
                        .filter(JsonObject.class::isInstance)
                        .flatMap(credit -> ((JsonObject) credit).text("name").stream())
                        .filter(name -> !name.isBlank())
                        .toList();
        return names.isEmpty() ? List.of(entry.person().name()) : names;
    }
}
