package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.identity.Role;
import studio.backlot.likeness.DrawnFace;
import studio.backlot.likeness.Face;
import studio.backlot.likeness.FaceFinder;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.Plate;
import studio.backlot.workflow.FaceFinderSource;
import studio.backlot.workflow.GeneratePlate;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.RunContext;
import studio.backlot.workflow.RunGates;

/// Where the policy asks for it, a new picture is looked through for faces before its outcome.
class FacesOfARunTest {
    private static final Plate PORTRAIT = DrawnFace.plate(320, 192, new double[] {150, 90, 40});
    private static final Plate SKY = DrawnFace.plate(320, 192);

    @TempDir private Path temporary = Path.of("");

    @Test
    void aFaceInAResultIsRecordedAndLeavesAQuestion() throws IOException {
        Outcome outcome = run(PolicyPreset.SMALL_CREW, PORTRAIT, Optional.empty());

        JsonObject look = outcome.looks().getFirst();
        assertThat(look.number("found").map(JsonNumber::asLong)).contains(1L);
        assertThat(look.text("pixels")).contains(PORTRAIT.pixelHash().hex());
        assertThat(look.array("scores").orElseThrow()).hasSize(1);
        JsonObject finder = look.object("finder").orElseThrow();
        assertThat(finder.text("id")).contains("centerface");
        assertThat(finder.text("licence")).contains("MIT");
        assertThat(finder.array("files").orElseThrow()).hasSize(1);
        assertThat(outcome.questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.rule()).isEqualTo("faces");
                    assertThat(question.explanation()).contains("seems to show a face");
                });
    }

    @Test
    void aPictureWithoutFacesLeavesNoQuestion() throws IOException {
        Outcome outcome = run(PolicyPreset.SMALL_CREW, SKY, Optional.empty());

        assertThat(outcome.looks().getFirst().number("found").map(JsonNumber::asLong)).contains(0L);
        assertThat(outcome.questions()).isEmpty();
    }

    @Test
    void underSoloNothingIsLookedThroughBeforeSubmit() throws IOException {
        Outcome outcome = run(PolicyPreset.SOLO, PORTRAIT, Optional.empty());

        assertThat(outcome.entry().assertions().get("faces")).isEmpty();
        assertThat(outcome.questions()).isEmpty();
    }

    @Test
    void aPictureThatCannotBeLookedThroughIsKeptAndLeavesAQuestion() throws IOException {
        FaceFinderSource none = Optional::empty;
        assertThat(run(PolicyPreset.SMALL_CREW, PORTRAIT, Optional.of(none)).questions())
                .singleElement()
                .satisfies(question ->
                        assertThat(question.explanation())
                                .contains("no face finder is installed")
                                .contains("who consented?"));
        FaceFinderSource broken =
                () -> {
                    throw new IllegalStateException("the graph is cut off");
                };
        Outcome outcome = run(PolicyPreset.SMALL_CREW, SKY, Optional.of(broken));
        assertThat(outcome.looks().getFirst().number("found")).isEmpty();
        assertThat(outcome.questions().getFirst().explanation()).contains("the graph is cut off");
    }

    @Test
    void aRunThatIsStoppedWhileItsPictureIsLookedThroughEndsCancelled() {
        FaceFinderSource stopping =
                () -> Optional.of(new FaceFinderSource.Loaded(new Stopped(), pack(), List.of()));
        assertThatThrownBy(() -> run(PolicyPreset.SMALL_CREW, PORTRAIT, Optional.of(stopping)))
                .isInstanceOf(Cancelled.class);
    }

    private record Stopped() implements FaceFinder {
        @Override
        public List<Face> find(Plate picture, Cancellation cancellation) {
            throw new Cancelled();
        }

        @Override
        public void close() {}
    }

    private record Outcome(LedgerEntry entry, List<Decision.Question> questions) {
        List<JsonObject> looks() {
            return entry.assertions().array("faces").orElseThrow().stream()
                    .map(JsonObject.class::cast)
                    .toList();
        }
    }

    private ModelPack pack() {
        try {
            return CrashChild.pack(CrashChild.packFolder(temporary));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Outcome run(PolicyPreset preset, Plate picture, Optional<FaceFinderSource> finder)
            throws IOException {
        var folders = new Folders(temporary.resolve("app"), Optional.of(Path.of("models")));
        Path show = temporary.resolve(preset.wireName() + picture.pixelHash());
        try (var wiring = new Wiring(folders);
                OpenProduction production =
                        wiring.productions()
                                .create(
                                        show,
                                        new NewProduction(
                                                "Show",
                                                preset,
                                                CrashChild.ada(wiring),
                                                Optional.empty()))) {
            RunContext usual = wiring.context();
            var context =
                    new RunContext(
                            usual.clock(),
                            usual.ids(),
                            usual.version(),
                            usual.installed(),
                            finder.orElse(usual.faceFinder()));
            var order =
                    new PlateOrder(
                            PlateRequest.of("a face in the fog").withSeed(1),
                            pack(),
                            false,
                            UseLabel.IDEA,
                            Optional.empty(),
                            List.of(),
                            Signatory.of("Ada", Role.ARTIST, CrashChild.ada(wiring).everyday()));
            LedgerEntry entry =
                    new GeneratePlate(production, context)
                            .run(
                                    order,
                                    new QuickGenerator(picture),
                                    Progress.NONE,
                                    new Cancellation());
            return new Outcome(entry, RunGates.questions(production, entry));
        }
    }
}
