package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;

/// Every recorded file is read and hashed; what is gone, changed or unknown is named.
class AssetCheckTest {
    private final SampleLedger sample = SampleLedger.ofRuns(5);

    private static List<String> codes(VerificationReport report) {
        return report.statuses().stream()
                .map(ValidationStatus::code)
                .filter(code -> code.startsWith("asset"))
                .toList();
    }

    @Test
    void flippingAnyByteOfAnAssetIsDetected() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        byte[] content = sample.assets.read(hash);
        for (int at = 0; at < content.length; at++) {
            byte[] changed = content.clone();
            changed[at] ^= 1;
            sample.assets.files.put(hash, changed);
            ValidationStatus finding = sample.verify().findings().getFirst();
            assertThat(finding.code()).isEqualTo("asset.damaged");
            assertThat(finding.where()).isEqualTo("asset " + hash);
        }
        assertThat(sample.verify().assetsChecked()).isEqualTo(4);
    }

    @Test
    void aMissingAssetIsNamedWithItsEntry() {
        for (ContentHash hash : List.copyOf(sample.assets.files.keySet())) {
            SampleLedger tampered = sample.copy();
            tampered.assets.files.remove(hash);
            VerificationReport report = tampered.verify();
            assertThat(report.findings()).hasSize(1);
            assertThat(report.findings().getFirst().code()).isEqualTo("asset.missing");
            assertThat(report.findings().getFirst().where()).isEqualTo("asset " + hash);
            assertThat(report.findings().getFirst().explanation())
                    .containsPattern("entry (2|4|6|8|10) names it");
        }
    }

    @Test
    void filesThatNoEntryNamesAreNotes() {
        ContentHash first = sample.assets.put(new byte[] {1});
        ContentHash second = sample.assets.put(new byte[] {2});
        VerificationReport report = sample.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes())
                .filteredOn(note -> note.code().equals("asset.orphan"))
                .extracting(ValidationStatus::where)
                .containsExactlyElementsOf(
                        Stream.of(first, second).sorted().map(hash -> "asset " + hash).toList());
    }

    @Test
    void anAssetNamedTwiceIsCheckedOnce() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        sample.append(
                EventType.REVIEW,
                Optional.empty(),
                new JsonBuilder()
                        .put("about", new JsonBuilder().put("asset", hash.hex()).build())
                        .build());
        assertThat(sample.sealed().verify().assetsChecked()).isEqualTo(5);

        sample.assets.files.remove(hash);
        assertThat(codes(sample.verify())).containsExactly("asset.missing");
    }

    private void delete(ContentHash hash) {
        sample.append(
                EventType.REDACTION,
                Optional.empty(),
                new JsonBuilder()
                        .put(
                                "erased",
                                new JsonBuilder()
                                        .put("payloads", List.of())
                                        .put(
                                                "pictures",
                                                List.of(
                                                        new JsonBuilder()
                                                                .put("asset", hash.hex())
                                                                .build()))
                                        .build())
                        .build());
    }

    private void nameAgain(EventType event, ContentHash hash) {
        sample.append(
                event,
                Optional.empty(),
                new JsonBuilder()
                        .put("output", new JsonBuilder().put("asset", hash.hex()).build())
                        .build());
    }

    @Test
    void aFileThatARecordDeletedIsNotMissing() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        delete(hash);
        sample.assets.files.remove(hash);
        VerificationReport report = sample.sealed().verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes())
                .filteredOn(note -> note.code().equals("asset.erased"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.where()).isEqualTo("asset " + hash);
                    assertThat(note.explanation()).contains("by entry 11;");
                });
        assertThat(report.assetsChecked()).isEqualTo(4);
    }

    @Test
    void aFileThatWasToBeDeletedAndIsThereIsAFinding() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        delete(hash);

        assertThat(codes(sample.sealed().verify())).containsExactly("asset.notErased");
    }

    @Test
    void aDeletedFileThatIsDamagedIsAFinding() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        delete(hash);
        sample.assets.files.put(hash, new byte[] {1});

        assertThat(codes(sample.sealed().verify())).containsExactly("asset.unreadable");
    }

    @Test
    void aFileThatCameToBeOnceMoreMustBeThere() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        delete(hash);
        nameAgain(EventType.IMPORT, hash);
        assertThat(codes(sample.sealed().verify())).isEmpty();

        sample.assets.files.remove(hash);
        assertThat(codes(sample.verify())).containsExactly("asset.missing");
    }

    @Test
    void whoeverOnlyNamesADeletedFileDoesNotAskForIt() {
        ContentHash hash = sample.assets.files.keySet().iterator().next();
        delete(hash);
        nameAgain(EventType.SHOW_TREE, hash);
        sample.assets.files.remove(hash);

        assertThat(codes(sample.sealed().verify())).containsExactly("asset.erased");
    }

    @Test
    void aFileThatLeftTheProductionIsNotLookedFor() {
        sample.append(
                EventType.EXPORT,
                Optional.empty(),
                new JsonBuilder()
                        .put(
                                "export",
                                new JsonBuilder()
                                        .put("file", ContentHash.of(new byte[0]).hex())
                                        .build())
                        .build());

        assertThat(sample.sealed().verify().findings()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadIsAFinding() {
        var broken =
                new studio.backlot.asset.AssetStore() {
                    @Override
                    public ContentHash put(byte[] content) {
                        throw new AssetStoreFailed("read-only", new java.io.IOException());
                    }

                    @Override
                    public studio.backlot.asset.AssetIntake intake(
                            java.util.concurrent.Executor background) {
                        throw new AssetStoreFailed("read-only", new java.io.IOException());
                    }

                    @Override
                    public byte[] read(ContentHash hash) {
                        throw new AssetStoreFailed(
                                "no permission for " + hash, new java.io.IOException());
                    }

                    @Override
                    public Optional<java.nio.file.Path> locate(ContentHash hash) {
                        return Optional.empty();
                    }

                    @Override
                    public void delete(ContentHash hash) {
                        throw new AssetStoreFailed("read-only", new java.io.IOException());
                    }

                    @Override
                    public Stream<ContentHash> list() {
                        throw new AssetStoreFailed("no permission", new java.io.IOException());
                    }
                };
        VerificationReport report =
                SampleLedger.verify(
                        VerificationRequest.of(sample.rawLedger(), sample.rawPayloads(), broken));

        assertThat(report.findings())
                .hasSize(6)
                .allMatch(finding -> finding.code().equals("asset.unreadable"));
        assertThat(report.findings().getLast().where()).isEqualTo("assets");
        assertThat(report.assetsChecked()).isZero();
    }
}
