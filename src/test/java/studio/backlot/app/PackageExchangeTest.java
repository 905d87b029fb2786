package studio.backlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Source;
import studio.backlot.handover.HandoverRecord;
import studio.backlot.handover.PackageRefused;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.EntryUnknown;
import studio.backlot.workflow.ImportPackage;
import studio.backlot.workflow.ImportedRecords;
import studio.backlot.workflow.KnownTexts;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PackageChoice;

/// Ana makes plates at one desk, Pia decides about them at another; between them go packages.
class PackageExchangeTest {
    @TempDir private Path temporary = Path.of("");
    private Optional<Desk> artist = Optional.empty();
    private Optional<Desk> producer = Optional.empty();
    private Path file = Path.of("");

    @BeforeEach
    void meet() throws IOException {
        artist = Optional.of(new Desk(Files.createDirectory(temporary.resolve("a")), "Ana"));
        producer = Optional.of(new Desk(Files.createDirectory(temporary.resolve("p")), "Pia"));
        ana().enrol(pia().person());
        pia().enrol(ana().person());
        file = temporary.resolve("work.backlot");
    }

    @AfterEach
    void leave() {
        ana().close();
        pia().close();
    }

    private Desk ana() {
        return artist.orElseThrow();
    }

    private Desk pia() {
        return producer.orElseThrow();
    }

    @Test
    void workGoesToTheNextDeskAndTheVerdictComesBack() {
        ContentHash plate = ana().plate("a harbour", "harbour at dawn");
        ana().submit(plate, "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);

        ImportPackage.TakenIn taken = pia().take(file);
        assertThat(taken.news().files()).containsExactly(plate);
        try (OpenProduction production = pia().open()) {
            assertThat(new String(production.assets().read(plate), StandardCharsets.UTF_8))
                    .isEqualTo("a harbour");
            assertThat(texts(production)).contains("please look").doesNotContain("harbour at dawn");
        }

        pia().decide(plate, "changesRequested", "the sky is too dark");
        Path back = temporary.resolve("back.backlot");
        pia().export(back, new PackageChoice.Verdicts(), "Ana", false);
        assertThat(ana().take(back).news().files()).isEmpty();
        try (OpenProduction production = ana().open()) {
            assertThat(texts(production)).contains("the sky is too dark");
        }
        assertThat(ana().findings()).isEmpty();
        assertThat(pia().findings()).isEmpty();
    }

    @Test
    void thePromptGoesAlongOnlyWhenAsked() {
        ContentHash plate = ana().plate("a harbour", "harbour at dawn");
        ana().submit(plate, "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);
        pia().take(file);
        Path open = temporary.resolve("open.backlot");
        ana().export(open, new PackageChoice.Assets(List.of(plate)), "Pia", true);

        assertThat(pia().take(open).news().texts()).hasSize(1);

        try (OpenProduction production = pia().open()) {
            assertThat(texts(production)).contains("harbour at dawn");
        }
        assertThat(pia().findings()).isEmpty();
    }

    @Test
    void aPackageThatComesTwiceBringsNothingNew() {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);
        pia().take(file);
        long size = size(pia());

        assertThat(pia().take(file).entry()).isEmpty();

        assertThat(size(pia())).isEqualTo(size);
    }

    @Test
    void aDraftNeverLeavesAndOthersSeeACount() throws IOException {
        ContentHash draft = ana().plate("a secret harbour", "a secret prompt");
        ContentHash plate = ana().plate("a harbour", "harbour at dawn");
        ana().submit(plate, "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", true);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(draft.hex())
                .doesNotContain("a secret harbour")
                .doesNotContain("\"index\":3,")
                .contains(plate.hex());
        assertThat(pia().take(file).manifest().heldBack()).isEqualTo(1);
        assertThatThrownBy(() ->
                        ana().export(
                                        temporary.resolve("no.backlot"),
                                        new PackageChoice.Assets(List.of(draft)),
                                        "Pia",
                                        false))
                .isInstanceOf(EntryUnknown.class)
                .hasMessageContaining("was not handed in");
        assertThat(temporary.resolve("no.backlot")).doesNotExist();
    }

    @Test
    void aStrangersPackageIsRefusedWithTheWayToKnowThem() throws IOException {
        try (var stranger = new Desk(Files.createDirectory(temporary.resolve("x")), "Eve")) {
            stranger.submit(stranger.plate("a harbour", "harbour"), "believe me");
            stranger.export(file, new PackageChoice.Everything(), "Pia", false);
        }
        long size = size(pia());
        List<ContentHash> assets = assets(pia());

        assertThatThrownBy(() -> pia().take(file))
                .isInstanceOf(PackageRefused.class)
                .hasMessageContaining("person enrol DIR CARD")
                .hasMessageContaining("Eve");

        assertThat(size(pia())).isEqualTo(size);
        assertThat(assets(pia())).containsExactlyInAnyOrderElementsOf(assets);
    }

    @Test
    void aDamagedPackageTouchesNothing() throws IOException {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);
        byte[] whole = Files.readAllBytes(file);
        long size = size(pia());
        List<ContentHash> assets = assets(pia());
        for (int at = 0; at < whole.length; at += 997) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            assertThatThrownBy(() -> pia().take(file)).isInstanceOf(PackageRefused.class);
        }
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 30);
        Files.write(file, cut);
        assertThatThrownBy(() -> pia().take(file)).hasMessageContaining("cut off on the way");

        assertThat(size(pia())).isEqualTo(size);
        assertThat(assets(pia())).containsExactlyInAnyOrderElementsOf(assets);
        assertThat(pia().findings()).isEmpty();
    }

    @Test
    void oneSOwnPackageIsCalledSo() {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);

        assertThatThrownBy(() -> ana().take(file)).hasMessageContaining("this very production");
    }

    @Test
    void aLedgerThatWasPutBackIsAConflictAndTouchesNothing() throws IOException {
        Path copy = temporary.resolve("copy");
        copy(ana().show, copy);
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);
        pia().take(file);
        copy(copy, ana().show);
        ana().submit(ana().plate("another harbour", "other"), "never mind the first");
        ana().submit(ana().plate("a third harbour", "third"), "nor the second");
        Path forked = temporary.resolve("forked.backlot");
        ana().export(forked, new PackageChoice.Everything(), "Pia", false);
        long size = size(pia());

        assertThatThrownBy(() -> pia().take(forked))
                .isInstanceOf(PackageRefused.class)
                .hasMessageContaining("does not continue the one that earlier packages showed");

        assertThat(size(pia())).isEqualTo(size);
    }

    @Test
    void aTextThatWasErasedDoesNotComeBackWithThePackage() {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", true);
        pia().take(file);
        try (OpenProduction production = pia().open()) {
            var ids =
                    new KnownTexts(production)
                            .idsWhere(entry -> entry.person().name().equals("Ana"));
            assertThat(ids).hasSize(2);
            production.payloads().erase(ids);
        }

        assertThat(pia().take(file).entry()).isEmpty();

        try (OpenProduction production = pia().open()) {
            assertThat(texts(production)).isEmpty();
        }
    }

    @Test
    void erasingAPersonErasesWhatTheirPackagesShowed() {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", true);
        pia().take(file);

        pia().erase("Ana", "she asked for it");

        try (OpenProduction production = pia().open()) {
            assertThat(texts(production)).isEmpty();
        }
        assertThat(pia().findings()).isEmpty();
    }

    @Test
    void theHandOverSaysWhichTextsItCarriedAndWhatTheFileWasCalled() {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", true);

        try (OpenProduction production = ana().open()) {
            List<LedgerEntry> entries = production.ledger().registerEntries(0, 1000);
            HandoverRecord record = HandoverRecord.of(entries.getLast()).orElseThrow();
            assertThat(record.files()).hasSize(1);
            assertThat(record.recipients()).containsExactly("Pia");
            assertThat(record.openings()).hasSize(2);
            assertThat(production.payloads().open(record.file()))
                    .isInstanceOfSatisfying(
                            PayloadContent.Open.class,
                            open -> assertThat(open.text()).isEqualTo("work.backlot"));
        }
    }

    @Test
    void aManifestThatIsGoneOrForgedIsFoundByTheVerifier() throws IOException {
        ana().submit(ana().plate("a harbour", "harbour at dawn"), "please look");
        ana().export(file, new PackageChoice.Everything(), "Pia", false);
        pia().take(file);
        try (OpenProduction production = pia().open()) {
            ContentHash manifest =
                    production.ledger().registerEntries(0, 1000).stream()
                            .filter(entry -> entry.event() == EventType.IMPORT)
                            .map(studio.backlot.handover.ImportRecord::of)
                            .map(record -> record.kept().manifest())
                            .findFirst()
                            .orElseThrow();
            Path kept = production.assets().locate(manifest).orElseThrow();
            Files.delete(kept);
        }

        assertThat(pia().findings())
                .extracting(ValidationStatus::code)
                .contains("import.manifestUnreadable", "asset.missing");
        try (OpenProduction production = pia().open()) {
            assertThat(production.register().findings())
                    .extracting(ValidationStatus::code)
                    .contains("register.import");
        }
    }

    /// The texts of imported records that can be opened here.
    private static List<String> texts(OpenProduction production) {
        List<String> texts = new ArrayList<>();
        var known = new KnownTexts(production);
        for (LedgerEntry entry : production.ledger().registerEntries(0, 1000)) {
            for (KnownEntry imported : new ImportedRecords(production.assets()).of(entry)) {
                assertThat(imported.source()).isInstanceOf(Source.Imported.class);
                for (PayloadReference reference :
                        PayloadReference.allIn(imported.entry().assertions())) {
                    if (known.open(imported, reference) instanceof PayloadContent.Open open) {
                        texts.add(open.text());
                    }
                }
            }
        }
        return texts;
    }

    private static long size(Desk desk) {
        try (OpenProduction production = desk.open()) {
            return production.ledger().head().checkpoint().size();
        }
    }

    private static List<ContentHash> assets(Desk desk) {
        try (OpenProduction production = desk.open();
                Stream<ContentHash> assets = production.assets().list()) {
            return assets.toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path one : files.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target) || Files.isWritable(target)) {
                    Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
