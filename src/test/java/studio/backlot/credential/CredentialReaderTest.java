package studio.backlot.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.base.ContentHash;
import studio.backlot.base.MalformedJson;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngText;
import studio.backlot.raster.PngWriter;
import studio.backlot.raster.TestPlates;

class CredentialReaderTest {
    private static final Plate PLATE = TestPlates.soft(40, 30, 1);

    @Test
    void whatBacklotWritesBacklotReads() {
        var outcome = TestOutcomes.succeeded(PLATE);
        var text = new ExportText(Optional.of("fog over the harbour"), Optional.empty());
        byte[] png = PngExport.encode(outcome, AssetCrop.whole(PLATE), text);

        FileStatement statement = CredentialReader.read(png);

        assertThat(statement.file()).isEqualTo(ContentHash.of(png));
        assertThat(statement.pixels()).contains(PLATE.pixelHash());
        assertThat(statement.pointer()).contains(LedgerPointer.to(outcome));
        assertThat(statement.parameters().flatMap(A1111Parameters::prompt))
                .contains("fog over the harbour");
        assertThat(statement.parameters().orElseThrow().values())
                .containsEntry("Seed", "-1")
                .containsEntry("Size", "320x192");
        assertThat(statement.xmp().orElseThrow().creators()).containsExactly("Ada Löwe");
        assertThat(statement.hasContentCredentials()).isFalse();
        assertThat(statement.foreignRecords()).isEmpty();
        assertThat(statement.oddities()).isEmpty();
        assertThat(statement.isSilent()).isFalse();
    }

    @Test
    void aBareFileIsSilent() {
        FileStatement statement = CredentialReader.read(PngWriter.encode(PLATE, 1, List.of()));

        assertThat(statement.isSilent()).isTrue();
        assertThat(statement.pixels()).contains(PLATE.pixelHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invokeai_metadata=InvokeAI",
                "Dream=InvokeAI",
                "workflow=ComfyUI",
                "prompt=ComfyUI",
                "fooocus_scheme=Fooocus"
            })
    void recordsOfOtherToolsAreNamed(String keywordAndProgram) {
        String[] words = keywordAndProgram.split("=", 2);

        FileStatement statement =
                CredentialReader.read(
                        PngWriter.encode(PLATE, 1, List.of(PngText.of(words[0], "{}"))));

        assertThat(statement.foreignRecords())
                .containsExactly(new ForeignRecord(words[1], "text \"" + words[0] + "\""));
        assertThat(statement.isSilent()).isFalse();
    }

    @Test
    void parametersInJsonAreFooocus() {
        byte[] png =
                PngWriter.encode(
                        PLATE, 1, List.of(PngText.of("parameters", " {\"prompt\":\"x\"}")));

        assertThat(CredentialReader.read(png).parameters()).isEmpty();
        assertThat(CredentialReader.read(png).foreignRecords())
                .extracting(ForeignRecord::program)
                .containsExactly("Fooocus");
    }

    @Test
    void textsThatCannotBeUnderstoodAreNamedAndTheRestIsRead() {
        byte[] png =
                PngWriter.encode(
                        PLATE,
                        1,
                        List.of(
                                PngText.of("XML:com.adobe.xmp", "<!DOCTYPE a>"),
                                PngText.of("backlot", "{\"index\":-1}"),
                                PngText.of("parameters", "a\nSteps: 1, Seed: 2, CFG scale: 3")));

        FileStatement statement = CredentialReader.read(png);

        assertThat(statement.oddities()).hasSize(2);
        assertThat(statement.oddities().get(0))
                .startsWith("the text \"XML:com.adobe.xmp\" cannot be understood: ");
        assertThat(statement.oddities().get(1))
                .startsWith("the text \"backlot\" cannot be understood: ");
        assertThat(statement.parameters().orElseThrow().values()).hasSize(3);
        assertThat(statement.pixels()).isPresent();
    }

    @Test
    void textsWithoutMeasureAreNotLookedInto() {
        String endless = "a\n".repeat(600_000);
        byte[] png =
                PngWriter.encode(
                        PLATE,
                        1,
                        List.of(PngText.of("parameters", endless), PngText.of("backlot", endless)));

        FileStatement statement = CredentialReader.read(png);

        assertThat(statement.isSilent()).isTrue();
        assertThat(statement.oddities())
                .hasSize(2)
                .allMatch(odd -> odd.contains("more than 1048576 characters"));
    }

    @Test
    void otherAndDamagedFilesGiveTheirHashAndAnOddity() {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        byte[] png = PngWriter.encode(PLATE, 1, List.of(PngText.of("parameters", "kept")));
        byte[] cut = Arrays.copyOf(png, png.length - 200);

        assertThat(CredentialReader.read(jpeg).file()).isEqualTo(ContentHash.of(jpeg));
        assertThat(CredentialReader.read(jpeg).oddities())
                .singleElement()
                .asString()
                .contains("not a PNG file");
        assertThat(CredentialReader.read(new byte[0]).isSilent()).isTrue();
        assertThat(CredentialReader.read(cut).pixels()).isEmpty();
        assertThat(CredentialReader.read(cut).parameters().flatMap(A1111Parameters::prompt))
                .contains("kept");
        assertThat(CredentialReader.read(cut).oddities())
                .anyMatch(odd -> odd.contains("cut off or damaged"));
    }

    @Test
    void noDamageMakesReadingFail() {
        byte[] png =
                PngExport.encode(
                        TestOutcomes.succeeded(PLATE), AssetCrop.whole(PLATE), ExportText.NONE);
        var random = new Random(3);
        for (int round = 0; round < 1_000; round++) {
            byte[] damaged = Arrays.copyOf(png, png.length - random.nextInt(40));
            for (int i = random.nextInt(20); i > 0; i--) {
                damaged[8 + random.nextInt(2_000)] = (byte) random.nextInt();
            }

            assertThat(CredentialReader.read(damaged).file()).isEqualTo(ContentHash.of(damaged));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"index\":1}",
                "{\"index\":1.5}",
                "{\"index\":1,\"production\":\"x\"}",
                "nonsense"
            })
    void aPointerThatLacksSomethingIsRefused(String text) {
        assertThatThrownBy(() -> LedgerPointer.parse(text)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void everySourceTypeIsFoundByTermAndAddress() {
        for (DigitalSourceType type : DigitalSourceType.values()) {
            assertThat(DigitalSourceType.ofTerm(type.term())).contains(type);
            assertThat(DigitalSourceType.ofUri(type.uri())).contains(type);
            assertThat(DigitalSourceType.ofUri(type.uri().replace("http:", "https:")))
                    .contains(type);
            assertThat(type.words()).isNotBlank();
        }
        assertThat(DigitalSourceType.ofUri("http://example.org/trainedAlgorithmicMedia")).isEmpty();
        assertThat(DigitalSourceType.ofTerm("art")).isEmpty();
    }
}
