package studio.backlot.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.handover.ImportRecord.ImportedEntry;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.NoteKey;

class KnownLogsTest {
    private final SampleSender sender = new SampleSender();
    private final KnownLogs known = new KnownLogs();
    private final Map<ContentHash, PackageManifest> kept = new HashMap<>();

    @Test
    void everythingOfAnUnknownLedgerIsNew() {
        PackageManifest manifest = sender.manifest();

        assertThat(fresh(manifest)).isEqualTo(1);
    }

    @Test
    void nothingOfAPackageIsNewTwice() {
        PackageManifest manifest = sender.manifest();
        accept(manifest);

        assertThat(fresh(manifest)).isZero();
    }

    @Test
    void onlyWhatWasAddedSinceIsNew() {
        accept(sender.manifest());
        sender.submit("a harbour", "one");
        sender.submit("a lighthouse", "two");

        assertThat(fresh(sender.manifest())).isEqualTo(2);
    }

    @Test
    void anOlderPackageAfterANewerOneIsNoConflict() {
        PackageManifest first = sender.manifest();
        sender.submit("a harbour", "one");
        PackageManifest lost = sender.manifest();
        sender.submit("a lighthouse", "two");
        PackageManifest last = sender.manifest();
        accept(first);
        accept(last);

        assertThat(fresh(lost)).isZero();
    }

    @Test
    void aLedgerThatWasPutBackAndGoneOnWithIsAConflict() {
        sender.submit("a harbour", "one");
        accept(sender.manifest());
        sender.entries.removeLast();
        sender.submit("another harbour", "two");
        sender.submit("a third harbour", "three");

        assertThat(conflict(sender.manifest())).contains("import.notContinued");
    }

    @Test
    void aLedgerOfTheSameSizeWithOtherRecordsIsAConflict() {
        sender.submit("a harbour", "one");
        accept(sender.manifest());
        sender.entries.removeLast();
        sender.submit("another harbour", "two");

        assertThat(conflict(sender.manifest())).contains("import.notContinued");
    }

    @Test
    void anotherLogKeyIsAConflict() {
        PackageManifest manifest = sender.manifest();
        accept(manifest);
        LogExtract log = manifest.log();
        var other =
                new LogExtract(
                        log.production(),
                        new NoteKey(
                                Checkpoint.originOf(log.production()),
                                SigningKey.generate().verificationKey()),
                        log.checkpoint(),
                        log.continuations(),
                        log.entries());

        assertThat(known.judge(other, this::kept)).isInstanceOf(KnownLogs.Conflict.class);
    }

    @Test
    void aPackageWithoutProofOfContinuationIsAConflict() {
        accept(sender.manifest());
        sender.submit("a harbour", "one");
        LogExtract log = sender.manifest().log();
        var bare =
                new LogExtract(
                        log.production(), log.key(), log.checkpoint(), List.of(), log.entries());

        assertThat(known.judge(bare, this::kept)).isInstanceOf(KnownLogs.Conflict.class);
    }

    private void accept(PackageManifest manifest) {
        ContentHash name = ContentHash.of(ManifestForm.bytes(manifest));
        kept.put(name, manifest);
        List<ImportedEntry> entries = new ArrayList<>();
        for (PackedEntry packed : manifest.log().entries()) {
            entries.add(new ImportedEntry(packed.index(), packed.leaf(), packed.entry().event()));
        }
        known.accept(
                new ImportRecord(
                        new ImportRecord.Origin(
                                manifest.id(),
                                manifest.sender().id(),
                                manifest.log().production(),
                                manifest.log().key(),
                                manifest.log().checkpoint()),
                        new ImportRecord.Kept(name, ""),
                        new ImportRecord.News(entries, List.of(), List.of()),
                        0));
    }

    private PackageManifest kept(ContentHash name) {
        return Optional.ofNullable(kept.get(name)).orElseThrow();
    }

    private int fresh(PackageManifest manifest) {
        KnownLogs.Answer answer = known.judge(manifest.log(), this::kept);
        assertThat(answer).isInstanceOf(KnownLogs.Continues.class);
        return answer instanceof KnownLogs.Continues continues ? continues.fresh().size() : -1;
    }

    private Optional<String> conflict(PackageManifest manifest) {
        return known.judge(manifest.log(), this::kept) instanceof KnownLogs.Conflict conflict
                ? Optional.of(conflict.code())
                : Optional.empty();
    }
}
