package studio.backlot.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.handover.ImportRecord.ImportedEntry;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MemoryAssets;
import studio.backlot.provenance.ValidationStatus;

class ImportCheckTest {
    private final SampleSender sender = new SampleSender();
    private final SampleSender here = new SampleSender();
    private final MemoryAssets assets = new MemoryAssets();
    private final ImportCheck check = new ImportCheck(assets);

    @BeforeEach
    void handIn() {
        sender.submit("a harbour at dawn", "please look at the boats");
        check.accept(LedgerEntry.parse(here.entries.getFirst()));
    }

    @Test
    void anImportAsItIsMadeIsSound() {
        vouch();
        check.accept(imported(record(sender.manifest(), 0)));

        assertThat(check.finish()).isEmpty();
    }

    @Test
    void theNextPackageOfTheSameLedgerIsSound() {
        vouch();
        check.accept(imported(record(sender.manifest(), 0)));
        sender.submit("a lighthouse", "and the lamp");
        check.accept(imported(record(sender.manifest(), 2)));

        assertThat(check.finish()).isEmpty();
    }

    @Test
    void aSenderForWhomNobodyVouchedIsNamed() {
        check.accept(imported(record(sender.manifest(), 0)));

        assertThat(codes()).containsExactly("import.senderUnknown");
    }

    @Test
    void aRecordThatIsImportedTwiceIsNamed() {
        vouch();
        PackageManifest manifest = sender.manifest();
        check.accept(imported(record(manifest, 0)));
        check.accept(imported(record(manifest, 1)));

        assertThat(codes()).containsExactly("import.twice");
    }

    @Test
    void aRecordThatWasNotInThePackageIsNamed() {
        vouch();
        ImportRecord honest = record(sender.manifest(), 0);
        List<ImportedEntry> entries = new ArrayList<>(honest.news().entries());
        entries.add(new ImportedEntry(9, ContentHash.of(new byte[] {9}), EventType.REVIEW));
        check.accept(
                imported(
                        new ImportRecord(
                                honest.origin(),
                                honest.kept(),
                                new ImportRecord.News(
                                        entries,
                                        List.of(ContentHash.of(new byte[] {8})),
                                        List.of()),
                                0)));

        assertThat(codes()).containsExactly("import.entryMismatch", "import.fileMismatch");
    }

    @Test
    void aForgedManifestIsNamedByWhatIsWrongWithIt() {
        vouch();
        ImportRecord honest = record(sender.manifest(), 0);
        byte[] manifest = assets.read(honest.kept().manifest());
        byte[] signature = PackageSignature.sign(manifest, SigningKey.generate());
        var kept =
                new ImportRecord.Kept(
                        honest.kept().manifest(), new String(signature, StandardCharsets.US_ASCII));
        check.accept(imported(new ImportRecord(honest.origin(), kept, honest.news(), 0)));

        assertThat(codes()).containsExactly("import.package.signatureInvalid");
    }

    @Test
    void anImportThatSaysOtherThanItsPackageIsNamed() {
        vouch();
        ImportRecord honest = record(sender.manifest(), 0);
        ImportRecord.Origin origin = honest.origin();
        var other =
                new ImportRecord.Origin(
                        UUID.randomUUID(),
                        origin.sender(),
                        origin.production(),
                        origin.logKey(),
                        origin.checkpoint());
        check.accept(imported(new ImportRecord(other, honest.kept(), honest.news(), 0)));

        assertThat(codes()).containsExactly("import.mismatch");
    }

    @Test
    void aLedgerThatDoesNotGoOnIsNamed() {
        vouch();
        check.accept(imported(record(sender.manifest(), 0)));
        sender.entries.removeLast();
        sender.files.clear();
        sender.submit("another harbour", "two");
        check.accept(imported(record(sender.manifest(), 2)));

        assertThat(codes()).containsExactly("import.notContinued");
    }

    @Test
    void whatIsNoManifestIsNamed() {
        vouch();
        ImportRecord honest = record(sender.manifest(), 0);
        ContentHash rubbish = assets.put("{}".getBytes(StandardCharsets.UTF_8));
        check.accept(
                imported(
                        new ImportRecord(
                                honest.origin(),
                                new ImportRecord.Kept(rubbish, ""),
                                honest.news(),
                                0)));
        check.accept(
                imported(
                        new ImportRecord(
                                honest.origin(),
                                new ImportRecord.Kept(ContentHash.of(new byte[] {1}), ""),
                                new ImportRecord.News(List.of(), List.of(), List.of()),
                                0)));

        assertThat(codes())
                .containsExactly("import.manifestMalformed", "import.manifestUnreadable");
    }

    @Test
    void anImportThatCannotBeReadIsNamedAndAnotherKindOfImportIsLeftAlone() {
        check.accept(
                here.append(
                        EventType.IMPORT,
                        new JsonBuilder().put(ImportRecord.LABEL, JsonObject.EMPTY).build(),
                        here.everyday));
        check.accept(here.append(EventType.IMPORT, JsonObject.EMPTY, here.everyday));

        assertThat(codes()).containsExactly("import.malformed");
    }

    @Test
    void anImportReadsAsItWasWritten() {
        ImportRecord record = record(sender.manifest(), 0);

        ImportRecord read = ImportRecord.of(imported(record));

        assertThat(read.toJson()).isEqualTo(record.toJson());
    }

    private void vouch() {
        check.accept(
                here.append(
                        EventType.PERSON,
                        new Enrolment(
                                        Enrolment.Act.ENROL,
                                        sender.person,
                                        Enrolment.Vouched.PRODUCER)
                                .toJson(),
                        here.guarded));
    }

    /// What an import of this package says, whose entries from an index on are new.
    private ImportRecord record(PackageManifest manifest, int from) {
        PackedTexts texts = sender.texts(manifest);
        List<ImportedEntry> entries = new ArrayList<>();
        for (PackedEntry packed : manifest.log().entries()) {
            if (packed.index() >= from) {
                entries.add(
                        new ImportedEntry(packed.index(), packed.leaf(), packed.entry().event()));
            }
        }
        return new ImportRecord(
                new ImportRecord.Origin(
                        manifest.id(),
                        manifest.sender().id(),
                        manifest.log().production(),
                        manifest.log().key(),
                        manifest.log().checkpoint()),
                new ImportRecord.Kept(
                        assets.put(texts.manifest()),
                        new String(texts.signature(), StandardCharsets.US_ASCII)),
                new ImportRecord.News(
                        entries,
                        manifest.files().stream().map(PackedFile::sha256).toList(),
                        List.of()),
                manifest.heldBack());
    }

    private LedgerEntry imported(ImportRecord record) {
        return here.append(EventType.IMPORT, record.toJson(), here.everyday);
    }

    private List<String> codes() {
        return check.finish().stream().map(ValidationStatus::code).distinct().toList();
    }
}
