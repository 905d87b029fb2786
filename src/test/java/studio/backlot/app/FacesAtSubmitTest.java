package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.identity.Role;
import studio.backlot.likeness.DrawnFace;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngWriter;
import studio.backlot.workflow.GeneratePlate;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateOrder;
import studio.backlot.workflow.QuestionsOpen;
import studio.backlot.workflow.SubmitWork;

/// Faces in pictures that were not looked through when they were made are asked about at Submit,
/// once for each picture.
class FacesAtSubmitTest {
    private static final Plate PORTRAIT = DrawnFace.plate(320, 192, new double[] {150, 90, 40});
    private static final Plate SKY = DrawnFace.plate(320, 192);
    private static final Map<String, String> DRAWN = Map.of("faces", "a drawing, of nobody");

    @TempDir private Path temporary = Path.of("");

    private Optional<Wiring> wired = Optional.empty();
    private Optional<OpenProduction> opened = Optional.empty();

    @BeforeEach
    void create() {
        var wiring =
                new Wiring(new Folders(temporary.resolve("app"), Optional.of(Path.of("models"))));
        wired = Optional.of(wiring);
        opened =
                Optional.of(
                        wiring.productions()
                                .create(
                                        temporary.resolve("show"),
                                        new NewProduction(
                                                "Show",
                                                PolicyPreset.SOLO,
                                                CrashChild.ada(wiring),
                                                Optional.empty())));
    }

    @AfterEach
    void close() {
        opened.ifPresent(OpenProduction::close);
        wired.ifPresent(Wiring::close);
    }

    @Test
    void aFaceIsAskedAboutUntilItIsAnsweredAndIsInTheRecordOfTheSubmission() throws Exception {
        String portrait = make(PORTRAIT);

        assertThatThrownBy(() -> submit(portrait, Map.of()))
                .isInstanceOf(QuestionsOpen.class)
                .hasMessageContaining("seems to show a face");
        JsonObject submission = submit(portrait, DRAWN);
        assertThat(faces(submission))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.number("found").map(JsonNumber::asLong)).contains(1L);
                    assertThat(look.text("pixels")).contains(PORTRAIT.pixelHash().hex());
                });
    }

    @Test
    void aPictureWithoutFacesIsNotAskedAbout() throws Exception {
        assertThat(faces(submit(make(SKY), Map.of())).getFirst().number("found"))
                .contains(JsonNumber.of(0));
    }

    @Test
    void anAnswerIsRememberedForTheSamePixelsInAnotherFile() throws Exception {
        submit(make(PORTRAIT), DRAWN);
        byte[] file = PngWriter.encode(PORTRAIT, 1, List.of());
        ContentHash other = production().assets().put(file);
        production()
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.OUTCOME,
                                ada(),
                                Optional.empty(),
                                new JsonBuilder()
                                        .put(
                                                "output",
                                                new JsonBuilder()
                                                        .put("asset", other.hex())
                                                        .put("pixels", PORTRAIT.pixelHash().hex())
                                                        .build())
                                        .build()));

        assertThat(submit(other.hex(), Map.of()).array("answers")).isEmpty();
    }

    private Signatory ada() {
        return Signatory.of("Ada", Role.ARTIST, CrashChild.ada(wiring()).everyday());
    }

    private String make(Plate picture) throws Exception {
        var order =
                new PlateOrder(
                        PlateRequest.of("a face in the fog").withSeed(1),
                        CrashChild.pack(CrashChild.packFolder(temporary)),
                        false,
                        UseLabel.IDEA,
                        Optional.empty(),
                        List.of(),
                        ada());
        LedgerEntry outcome =
                new GeneratePlate(production(), wiring().context())
                        .run(order, new QuickGenerator(picture), Progress.NONE, new Cancellation());
        return String.valueOf(outcome.index());
    }

    private JsonObject submit(String plate, Map<String, String> answers) {
        long index =
                new SubmitWork(
                                production(),
                                wiring().context().ids(),
                                wiring().context().faceFinder())
                        .run(
                                new SubmitWork.SubmitOrder(
                                        List.of(plate),
                                        Set.of("Pia"),
                                        UseLabel.IDEA,
                                        Optional.empty(),
                                        answers,
                                        Optional.empty(),
                                        Optional.empty(),
                                        ada()))
                        .recorded()
                        .index();
        return production().ledger().entry(index).orElseThrow().assertions();
    }

    private static List<JsonObject> faces(JsonObject submission) {
        return submission.array("faces").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private Wiring wiring() {
        return wired.orElseThrow();
    }

    private OpenProduction production() {
        return opened.orElseThrow();
    }
}
