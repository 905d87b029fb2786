package studio.backlot.provenance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.backlot.asset.AssetStore;

/// What to verify, and against what.
///
/// `outside` are checkpoints kept elsewhere; `key` is the log's key had by another way;
/// `modelRoots` are the folders in which the files of the packs used are looked for and hashed
/// again (none: models are not checked); `isOfAllSignatures`: whether the persons' signatures of
/// every entry are checked.
public record VerificationRequest(
        RawLedger ledger,
        RawPayloads payloads,
        AssetStore assets,
        List<OutsideCheckpoint> outside,
        Optional<NoteKey> key,
        List<Path> modelRoots,
        boolean isOfAllSignatures) {
    public VerificationRequest {
        outside = List.copyOf(outside);
        modelRoots = List.copyOf(modelRoots);
    }

    /// A request without outside checkpoints, key or models.
    public static VerificationRequest of(
            RawLedger ledger, RawPayloads payloads, AssetStore assets) {
        return new VerificationRequest(
                ledger, payloads, assets, List.of(), Optional.empty(), List.of(), false);
    }

    public VerificationRequest withOutside(List<OutsideCheckpoint> checkpoints) {
        return new VerificationRequest(
                ledger, payloads, assets, checkpoints, key, modelRoots, isOfAllSignatures);
    }

    public VerificationRequest withKey(NoteKey known) {
        return new VerificationRequest(
                ledger,
                payloads,
                assets,
                outside,
                Optional.of(known),
                modelRoots,
                isOfAllSignatures);
    }

    public VerificationRequest withModelRoots(List<Path> roots) {
        return new VerificationRequest(
                ledger, payloads, assets, outside, key, roots, isOfAllSignatures);
    }

    public VerificationRequest withAllSignatures() {
        return new VerificationRequest(ledger, payloads, assets, outside, key, modelRoots, true);
    }
}
