package studio.backlot.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.raster.Plate;

/// Outcome entries as workflows write them.
final class TestOutcomes {
    static final UUID PRODUCTION = UUID.fromString("11111111-2222-4333-8444-555555555555");
    static final String DENOISER = "0123456789abcdef".repeat(4);

    private TestOutcomes() {}

    static LedgerEntry succeeded(Plate plate) {
        return entry(EventType.OUTCOME, full(plate).build());
    }

    static LedgerEntry entry(EventType event, JsonObject assertions) {
        return new LedgerEntry(
                7,
                UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"),
                PRODUCTION,
                event,
                Instant.parse("2026-11-24T10:00:00Z"),
                new Maker("Ada Löwe", Role.ARTIST),
                Optional.of(UUID.fromString("99999999-8888-4777-8666-555555555555")),
                assertions);
    }

    static JsonBuilder full(Plate plate) {
        return minimal(plate)
                .put(
                        "system",
                        new JsonBuilder().put("name", "Backlot").put("version", "0.1.0").build())
                .put(
                        "recipe",
                        new JsonBuilder()
                                .put("scheduler", "DPMSolverMultistepScheduler")
                                .put(
                                        "schedulerConfig",
                                        new JsonBuilder().put("use_karras_sigmas", true).build())
                                .put("inferenceSteps", 20)
                                .decimal("guidanceScale", 7.5f)
                                .wide("seed", -1L)
                                .put("width", 320)
                                .put("height", 192)
                                .build())
                .put(
                        "packs",
                        List.of(
                                new JsonBuilder()
                                        .put("id", "backdrop-mini")
                                        .put("name", "Backdrop: mini, first")
                                        .put(
                                                "files",
                                                List.of(
                                                        new JsonBuilder()
                                                                .put(
                                                                        "path",
                                                                        "vae_decoder/model.onnx")
                                                                .put("sha256", "f".repeat(64))
                                                                .build(),
                                                        new JsonBuilder()
                                                                .put("path", "unet/model.onnx")
                                                                .put("sha256", DENOISER)
                                                                .build()))
                                        .build()));
    }

    static JsonBuilder minimal(Plate plate) {
        return new JsonBuilder()
                .put("run", new JsonBuilder().put("status", "succeeded").put("intent", 6).build())
                .put("output", output(plate).build());
    }

    static JsonBuilder output(Plate plate) {
        return new JsonBuilder()
                .put("asset", "e".repeat(64))
                .put("mediaType", "image/png")
                .put("width", plate.width())
                .put("height", plate.height())
                .put("pixels", plate.pixelHash().hex());
    }
}
