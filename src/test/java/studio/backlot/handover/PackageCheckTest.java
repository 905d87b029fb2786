package studio.backlot.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.SignedNote;
import studio.backlot.provenance.ValidationStatus;

class PackageCheckTest {
    private final SampleSender sender = new SampleSender();

    @BeforeEach
    void handIn() {
        sender.submit("a harbour at dawn", "please look at the boats");
    }

    @Test
    void aPackageAsItIsMadeIsSound() {
        assertThat(codes(sender.manifest())).isEmpty();
        assertThat(PackageCheck.ofOpenings(sender.manifest(), sender.openings)).isEmpty();
    }

    @Test
    void whatItReadsIsWhatWasWritten() {
        PackageManifest manifest = sender.manifest();
        byte[] bytes = ManifestForm.bytes(manifest);

        PackageManifest read = ManifestForm.parse(bytes);

        assertThat(ManifestForm.bytes(read)).isEqualTo(bytes);
        assertThat(read.sender()).isEqualTo(manifest.sender());
        assertThat(read.heldBack()).isEqualTo(3);
        assertThat(read.files()).isEqualTo(manifest.files());
    }

    @Test
    void flippingAnyByteOfTheManifestIsRefused() {
        PackedTexts texts = sender.texts(sender.manifest());
        for (int at = 0; at < texts.manifest().length; at++) {
            byte[] changed = texts.manifest().clone();
            changed[at] ^= 1;
            assertThat(isRefused(changed, texts.signature())).as("byte " + at).isTrue();
        }
    }

    @Test
    void flippingAnyByteOfTheSignatureIsRefused() {
        PackedTexts texts = sender.texts(sender.manifest());
        for (int at = 0; at < texts.signature().length; at++) {
            byte[] changed = texts.signature().clone();
            changed[at] ^= 1;
            assertThat(isRefused(texts.manifest(), changed)).as("byte " + at).isTrue();
        }
        assertThat(isRefused(texts.manifest(), new byte[0])).isTrue();
    }

    @Test
    void everyTruncationOfTheManifestIsRefused() {
        PackedTexts texts = sender.texts(sender.manifest());
        for (int length = 0; length < texts.manifest().length; length++) {
            assertThat(isRefused(Arrays.copyOf(texts.manifest(), length), texts.signature()))
                    .isTrue();
        }
    }

    @Test
    void anotherSendersSignatureIsNamed() {
        PackageManifest manifest = sender.manifest();
        byte[] bytes = ManifestForm.bytes(manifest);

        assertThat(
                        PackageCheck.run(
                                manifest,
                                bytes,
                                PackageSignature.sign(bytes, SigningKey.generate())))
                .extracting(ValidationStatus::code)
                .containsExactly("package.signatureInvalid");
    }

    @Test
    void theEverydayKeyDoesNotSignAPackage() {
        PackageManifest manifest = sender.manifest();
        byte[] bytes = ManifestForm.bytes(manifest);

        assertThat(PackageCheck.run(manifest, bytes, PackageSignature.sign(bytes, sender.everyday)))
                .extracting(ValidationStatus::code)
                .containsExactly("package.signatureInvalid");
    }

    @Test
    void anEntryThatWasNeverInTheLedgerIsNamed() {
        PackageManifest honest = sender.manifest();
        List<PackedEntry> entries = new ArrayList<>(honest.log().entries());
        sender.entries.remove(1);
        sender.submit("a forged plate", "believe me");
        entries.set(
                1, new PackedEntry(sender.entries.get(1), honest.log().entries().get(1).proof()));
        sender.files.removeFirst();

        assertThat(codes(withLog(honest, with(honest.log(), entries))))
                .contains("package.notIncluded");
    }

    @Test
    void anEntryTwiceOrOutOfOrderIsNamed() {
        PackageManifest honest = sender.manifest();
        List<PackedEntry> entries = new ArrayList<>(honest.log().entries());
        entries.add(entries.get(1));

        assertThat(codes(withLog(honest, with(honest.log(), entries))))
                .contains("package.malformed");
    }

    @Test
    void aCheckpointOfAnotherKeyIsNamed() {
        PackageManifest honest = sender.manifest();
        Checkpoint checkpoint = honest.log().checkpoint().checkpoint();
        var forged =
                new LogExtract(
                        honest.log().production(),
                        honest.log().key(),
                        SignedNote.sign(checkpoint, SigningKey.generate()),
                        honest.log().continuations(),
                        honest.log().entries());

        assertThat(codes(withLog(honest, forged))).contains("package.checkpointInvalid");
    }

    @Test
    void aLogKeyOfAnotherProductionIsNamed() {
        PackageManifest honest = sender.manifest();
        var forged =
                new LogExtract(
                        honest.log().production(),
                        new NoteKey("backlot.studio/other", sender.logKey.verificationKey()),
                        honest.log().checkpoint(),
                        honest.log().continuations(),
                        honest.log().entries());

        assertThat(codes(withLog(honest, forged))).contains("package.productionMismatch");
    }

    @Test
    void aVerdictSignedWithTheEverydayKeyIsNamed() {
        sender.append(EventType.REVIEW, JsonObject.EMPTY, sender.everyday);

        assertThat(codes(sender.manifest())).containsExactly("package.personMismatch");
    }

    @Test
    void aVerdictSignedWithTheGuardedKeyIsSound() {
        sender.append(EventType.REVIEW, JsonObject.EMPTY, sender.guarded);

        assertThat(codes(sender.manifest())).isEmpty();
    }

    @Test
    void anEntryOfAKeyThatNobodyEnrolledIsNamed() {
        sender.append(EventType.SUBMIT, JsonObject.EMPTY, SigningKey.generate());

        assertThat(codes(sender.manifest())).containsExactly("package.personMismatch");
    }

    @Test
    void aFileThatNoRecordNamesIsNamed() {
        sender.files.add("a stowaway".getBytes(StandardCharsets.UTF_8));
        PackageManifest manifest = sender.manifest();
        List<PackedFile> sorted = manifest.files().stream().sorted().toList();
        var ordered =
                new PackageManifest(
                        manifest.id(),
                        manifest.madeAt(),
                        manifest.sender(),
                        manifest.recipients(),
                        manifest.log(),
                        sorted,
                        manifest.openings(),
                        0);

        assertThat(codes(ordered)).containsExactly("package.fileUnnamed");
    }

    @Test
    void aTextThatTheRecordDidNotCommitToIsNamed() {
        PackedOpening honest = sender.openings.getFirst();
        var forged =
                new PackedOpening(
                        honest.entry(),
                        new PayloadOpening(
                                honest.opening().payload(),
                                honest.opening().kind(),
                                honest.opening().salt(),
                                "approved by all".getBytes(StandardCharsets.UTF_8)));

        assertThat(PackageCheck.ofOpenings(sender.manifest(), List.of(forged)))
                .extracting(ValidationStatus::code)
                .containsExactly("package.openingMismatch");
    }

    private List<String> codes(PackageManifest manifest) {
        PackedTexts texts = sender.texts(manifest);
        return PackageCheck.run(manifest, texts.manifest(), texts.signature()).stream()
                .map(ValidationStatus::code)
                .distinct()
                .toList();
    }

    private static boolean isRefused(byte[] manifest, byte[] signature) {
        try {
            return !PackageCheck.run(ManifestForm.parse(manifest), manifest, signature).isEmpty();
        } catch (PackageRefused e) {
            return true;
        }
    }

    private static LogExtract with(LogExtract log, List<PackedEntry> entries) {
        return new LogExtract(
                log.production(), log.key(), log.checkpoint(), log.continuations(), entries);
    }

    private static PackageManifest withLog(PackageManifest manifest, LogExtract log) {
        return new PackageManifest(
                manifest.id(),
                manifest.madeAt(),
                manifest.sender(),
                manifest.recipients(),
                log,
                manifest.files(),
                manifest.openings(),
                manifest.heldBack());
    }
}
