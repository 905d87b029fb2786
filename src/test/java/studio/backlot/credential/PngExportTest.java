package studio.backlot.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngChunks;
import studio.backlot.raster.PngReader;
import studio.backlot.raster.PngText;
import studio.backlot.raster.Rectangle;
import studio.backlot.raster.TestPlates;

class PngExportTest {
    private static final Plate PLATE = TestPlates.soft(96, 64, 1);
    private static final LedgerEntry OUTCOME = TestOutcomes.succeeded(PLATE);
    private static final String LINE =
            "Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7.5, Seed: -1, Size: 320x192, "
                    + "Model hash: 0123456789, Model: \"Backdrop: mini, first\", RNG: CPU, Version: Backlot 0.1.0";

    @Test
    void theFileHoldsThePixelsAndTheRecipeWithoutThePrompt() {
        byte[] png = PngExport.encode(OUTCOME, AssetCrop.whole(PLATE), ExportText.NONE);

        assertThat(PngReader.read(png).plate()).isEqualTo(PLATE);
        assertThat(PngChunks.of(png).oddities()).isEmpty();
        assertThat(PngChunks.of(png).texts())
                .extracting(PngText::keyword)
                .containsExactly("parameters", "XML:com.adobe.xmp", "backlot");
        assertThat(PngChunks.of(png).text("parameters")).contains(LINE);
    }

    @Test
    void theFileHoldsThePromptOnlyWhenItIsHandedOver() {
        var text = new ExportText(Optional.of("a canary,\nin 日本 🎬\0"), Optional.of("no signs"));

        byte[] with = PngExport.encode(OUTCOME, AssetCrop.whole(PLATE), text);
        byte[] without = PngExport.encode(OUTCOME, AssetCrop.whole(PLATE), ExportText.NONE);

        assertThat(PngChunks.of(with).text("parameters"))
                .contains("a canary,\nin 日本 🎬\ufffd\nNegative prompt: no signs\n" + LINE);
        assertThat(new String(without, StandardCharsets.UTF_8))
                .doesNotContain("canary")
                .doesNotContain("no signs");
        assertThat(text.isPresent()).isTrue();
        assertThat(ExportText.NONE.isPresent()).isFalse();
    }

    @Test
    void theFileLeadsBackToTheEntry() {
        byte[] png = PngExport.encode(OUTCOME, AssetCrop.whole(PLATE), ExportText.NONE);

        var pointer = LedgerPointer.parse(PngChunks.of(png).text("backlot").orElseThrow());

        assertThat(pointer.production()).isEqualTo(OUTCOME.production());
        assertThat(pointer.index()).isEqualTo(7);
        assertThat(pointer.entryId()).isEqualTo(OUTCOME.entryId());
        assertThat(pointer.leaf())
                .isEqualTo(ContentHash.ofDigest(MerkleTree.leafHash(OUTCOME.bytes())));
    }

    @Test
    void theFileCreditsAPersonAndNamesTheSourceType() {
        XmpPacket xmp = xmpOf(OUTCOME, PLATE);

        assertThat(xmp.digitalSourceType())
                .contains("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
        assertThat(xmp.creatorTool()).contains("Backlot 0.1.0");
        assertThat(xmp.systemUsed()).contains("Backdrop: mini, first");
        assertThat(xmp.systemVersionUsed()).contains("sha256 0123456789");
        assertThat(xmp.creators()).containsExactly("Ada Löwe");
    }

    @Test
    void recordedCreditsAndSourceTypeAreTaken() {
        var assertions =
                new JsonBuilder()
                        .put("run", new JsonBuilder().put("status", "succeeded").build())
                        .put(
                                "output",
                                List.of(
                                        TestOutcomes.output(TestPlates.grey(2, 2, 9)).build(),
                                        TestOutcomes.output(PLATE)
                                                .put(
                                                        "digitalSourceType",
                                                        "compositeWithTrainedAlgorithmicMedia")
                                                .build()))
                        .put(
                                "credits",
                                List.of(
                                        new JsonBuilder()
                                                .put("name", "Kim")
                                                .put("role", "artist")
                                                .build(),
                                        new JsonBuilder()
                                                .put("name", "Noor")
                                                .put("role", "artist")
                                                .build()))
                        .build();

        XmpPacket xmp = xmpOf(TestOutcomes.entry(EventType.OUTCOME, assertions), PLATE);

        assertThat(xmp.creators()).containsExactly("Kim", "Noor");
        assertThat(xmp.digitalSourceType().flatMap(DigitalSourceType::ofUri))
                .contains(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(xmp.systemUsed()).isEmpty();
    }

    private static XmpPacket xmpOf(LedgerEntry entry, Plate plate) {
        byte[] png = PngExport.encode(entry, AssetCrop.whole(plate), ExportText.NONE);
        return XmpPacket.parse(PngChunks.of(png).text("XML:com.adobe.xmp").orElseThrow());
    }

    @Test
    void aRectangleOfTheAssetIsCutOut() {
        var part = new Rectangle(10, 4, 64, 36);

        byte[] png = PngExport.encode(OUTCOME, new AssetCrop(PLATE, part), ExportText.NONE);

        assertThat(PngReader.read(png).plate()).isEqualTo(PLATE.crop(part));
        assertThatThrownBy(() -> new AssetCrop(PLATE, new Rectangle(40, 0, 64, 36)))
                .hasMessageContaining("96x64");
    }

    @Test
    void anEntryThatSaysLittleStillGivesAFile() {
        var entry =
                TestOutcomes.entry(
                        EventType.OUTCOME,
                        TestOutcomes.minimal(PLATE)
                                .put(
                                        "runtime",
                                        new JsonBuilder().put("system", "Backlot 0.2").build())
                                .build());

        byte[] png = PngExport.encode(entry, AssetCrop.whole(PLATE), ExportText.NONE);

        assertThat(PngChunks.of(png).text("parameters")).contains("Version: Backlot 0.2");
        assertThat(xmpOf(entry, PLATE).creators()).containsExactly("Ada Löwe");
    }

    @Test
    void otherPixelsThanTheRecordedOnesAreRefused() {
        byte[] rgb = PLATE.rgb().clone();
        rgb[100] ^= 1;
        var changed = new Plate(96, 64, rgb);

        assertThatThrownBy(
                        () -> PngExport.encode(OUTCOME, AssetCrop.whole(changed), ExportText.NONE))
                .isInstanceOf(ExportRefused.class)
                .hasMessageContaining("entry 7 does not record this picture of 96x64");
    }

    @ParameterizedTest
    @CsvSource({"64, 96", "96, 63", "95, 64"})
    void aRecordedHashWithAnotherSizeIsRefused(int width, int height) {
        var lying =
                TestOutcomes.entry(
                        EventType.OUTCOME,
                        new JsonBuilder()
                                .put("run", new JsonBuilder().put("status", "succeeded").build())
                                .put(
                                        "output",
                                        new JsonBuilder()
                                                .put("asset", "e".repeat(64))
                                                .put("width", width)
                                                .put("height", height)
                                                .put("pixels", PLATE.pixelHash().hex())
                                                .build())
                                .build());

        assertThatThrownBy(() -> PngExport.encode(lying, AssetCrop.whole(PLATE), ExportText.NONE))
                .isInstanceOf(ExportRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "cancelled", "abandoned", ""})
    void aRunThatDidNotSucceedIsRefused(String status) {
        var assertions =
                new JsonBuilder()
                        .put("run", new JsonBuilder().put("status", status).build())
                        .put("output", TestOutcomes.output(PLATE).build())
                        .build();

        assertThatThrownBy(() ->
                        PngExport.encode(
                                TestOutcomes.entry(EventType.OUTCOME, assertions),
                                AssetCrop.whole(PLATE),
                                ExportText.NONE))
                .isInstanceOf(ExportRefused.class)
                .hasMessageContaining("records no finished picture");
    }

    @ParameterizedTest
    @EnumSource(names = "OUTCOME", mode = EnumSource.Mode.EXCLUDE)
    void anEntryThatIsNoOutcomeIsRefused(EventType event) {
        LedgerEntry entry = TestOutcomes.entry(event, TestOutcomes.full(PLATE).build());

        assertThatThrownBy(() -> PngExport.encode(entry, AssetCrop.whole(PLATE), ExportText.NONE))
                .isInstanceOf(ExportRefused.class);
    }
}
