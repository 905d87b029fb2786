package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.Frame;
import studio.backlot.diffusion.PixelSize;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.diffusion.SchedulerChoice;
import studio.backlot.diffusion.Sizing;
import studio.backlot.diffusion.scheduler.Schedulers;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// A [PlateOrder] as the queue keeps it: facts and payload references, no words and no name. Who
/// ordered is kept as the key that they sign with.
record QueuedOrder(JsonObject json) {
    private static final List<String> WORDS = List.of("prompt", "negativePrompt");

    /// The order in the form to keep; `words` are its payloads as [GeneratePlate#wordsOf] orders
    /// them. Throws [IllegalArgumentException] for what cannot wait: an order that is not signed,
    /// or one for a scheduler with settings of its own.
    static QueuedOrder of(PlateOrder order, List<PayloadReference> words) {
        PlateRequest request = order.request();
        var json =
                new JsonBuilder()
                        .put(WORDS.get(0), words.get(0).toJson())
                        .put(WORDS.get(1), words.get(1).toJson())
                        .put("inferenceSteps", request.inferenceSteps())
                        .decimal("guidanceScale", request.guidanceScale())
                        .wide("seed", request.seed())
                        .put("isSeedDrawn", order.isSeedDrawn())
                        .put("pack", order.pack().id())
                        .put("sizing", sizing(request.sizing()))
                        .put("use", order.use().wireName())
                        .put("useCase", order.useCase().map(UUID::toString))
                        .put(
                                "likenesses",
                                order.likenesses().stream()
                                        .map(id -> new JsonString(id.toString()))
                                        .toList())
                        .put("role", order.by().maker().role().wireName())
                        .put("key", order.by().maker().key().map(ContentHash::hex));
        request.scheduler().ifPresent(choice -> json.put("scheduler", scheduler(choice)));
        return new QueuedOrder(json.build());
    }

    /// Throws [IllegalArgumentException] for an order that cannot wait.
    static void requireKeepable(PlateOrder order) {
        if (order.by().key().isEmpty()) {
            throw new IllegalArgumentException(
                    "an order that nobody signs cannot wait in the queue: sign it");
        }
        order.request().scheduler().ifPresent(QueuedOrder::scheduler);
    }

    /// The class name, so that no free text is kept.
    private static String scheduler(SchedulerChoice choice) {
        if (choice.config().isPresent()) {
            throw new IllegalArgumentException(
                    "a scheduler with settings of its own cannot wait in the queue: choose one by name");
        }
        return Schedulers.keptName(choice.name());
    }

    private static JsonObject sizing(Sizing sizing) {
        return switch (sizing) {
            case Sizing.OwnSize own ->
                    new JsonBuilder().put("is", "own").put("upscale", own.upscale()).build();
            case Sizing.RenderSize exact ->
                    new JsonBuilder()
                            .put("is", "render")
                            .put("width", exact.size().width())
                            .put("height", exact.size().height())
                            .put("upscale", exact.upscale())
                            .build();
            case Sizing.Delivery delivery ->
                    new JsonBuilder()
                            .put("is", "delivery")
                            .put("frame", delivery.frame().name())
                            .decimal("overscanPercent", delivery.overscanPercent())
                            .build();
            case Sizing.Planned planned ->
                    new JsonBuilder()
                            .put("is", "planned")
                            .put("plan", PlateAssertions.framing(planned.plan()))
                            .build();
        };
    }

    /// What decides how long a run takes, apart from its steps: pack, size, and whether it is
    /// guided. No text of a person.
    static String costKey(PlateOrder order) {
        return costKey(order.pack().id(), order.request());
    }

    /// As [#costKey(PlateOrder)], for the pack of this name.
    static String costKey(String pack, PlateRequest request) {
        return costKey(pack, sizing(request.sizing()), request.guidanceScale());
    }

    private static String costKey(String pack, JsonObject sizing, double guidance) {
        return pack + " " + CanonicalJson.text(sizing) + (guidance > 1 ? " guided" : "");
    }

    String costKey() {
        return costKey(
                pack(),
                json.object("sizing").orElse(JsonObject.EMPTY),
                Double.parseDouble(text("guidanceScale")));
    }

    List<PayloadReference> words() {
        return WORDS.stream()
                .map(name -> PayloadReference.parse(json.object(name).orElseThrow()))
                .toList();
    }

    String pack() {
        return text("pack");
    }

    int steps() {
        return whole(json, "inferenceSteps");
    }

    long seed() {
        return Long.parseLong(text("seed"));
    }

    /// Who ordered, if it is this person, with the key that they signed with.
    Optional<Signatory> by(OwnPerson writer) {
        Role role = Role.ofWireName(text("role")).orElse(Role.ARTIST);
        return Stream.concat(Stream.of(writer), writer.earlier().stream())
                .map(own -> Signatory.of(own.person().name(), role, own.everyday()))
                .filter(one -> one.maker().key().map(ContentHash::hex).equals(json.text("key")))
                .findFirst();
    }

    /// The order again; `prompt` and `negativePrompt` are its words.
    PlateOrder toOrder(String prompt, String negativePrompt, ModelPack pack, Signatory by) {
        var request =
                new PlateRequest(
                        prompt,
                        negativePrompt,
                        steps(),
                        Double.parseDouble(text("guidanceScale")),
                        seed(),
                        json.text("scheduler").map(SchedulerChoice::named),
                        toSizing(json.object("sizing").orElseThrow()));
        List<UUID> likenesses = new ArrayList<>();
        json.array("likenesses")
                .orElse(List.of())
                .forEach(id -> likenesses.add(UUID.fromString(((JsonString) id).value())));
        return new PlateOrder(
                request,
                pack,
                json.truth("isSeedDrawn").orElse(false),
                UseLabel.ofWireName(text("use")).orElseThrow(),
                json.text("useCase").map(UUID::fromString),
                likenesses,
                by);
    }

    private static Sizing toSizing(JsonObject json) {
        return switch (json.text("is").orElse("")) {
            case "own" -> new Sizing.OwnSize(whole(json, "upscale"));
            case "render" ->
                    new Sizing.RenderSize(
                            new PixelSize(whole(json, "width"), whole(json, "height")),
                            whole(json, "upscale"));
            case "delivery" ->
                    new Sizing.Delivery(
                            Frame.of(json.text("frame").orElse("")),
                            Double.parseDouble(json.text("overscanPercent").orElse("0")));
            case "planned" -> RecordedRun.planned(json.object("plan").orElseThrow());
            default -> throw new IllegalArgumentException("a queued order has no known size");
        };
    }

    private String text(String name) {
        return json.text(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("a queued order has no \"" + name + "\""));
    }

    private static int whole(JsonObject json, String name) {
        return Math.toIntExact(json.number(name).map(JsonNumber::asLong).orElse(0L));
    }
}
