package studio.backlot.provenance;

import java.util.List;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// Receipts of a [SampleLedger], whole and changed.
final class SampleReceipts {
    private final SampleLedger sample;
    private final SignedNote note;

    SampleReceipts(SampleLedger sample) {
        this.sample = sample;
        this.note = sample.addCheckpoint();
    }

    /// The receipt of an entry, with the first of its texts where it has one.
    Receipt of(int index) {
        LedgerEntry entry = LedgerEntry.parse(sample.entries.get(index).body());
        List<PayloadOpening> openings =
                PayloadReference.allIn(entry.assertions()).stream()
                        .limit(1)
                        .map(this::opening)
                        .toList();
        NodeSource nodes =
                NodeSource.ofLeaves(at -> MerkleTree.leafHash(sample.entries.get((int) at).body()));
        return Receipt.of(entry, nodes, note, sample.noteKey(), openings);
    }

    private PayloadOpening opening(PayloadReference reference) {
        var opened =
                (RawPayload.Opened) sample.payload(reference.id()).opener().open(reference.kind());
        return new PayloadOpening(
                reference.id(), reference.kind(), opened.salt(), opened.content());
    }

    /// The receipt's JSON with one text member exchanged.
    static byte[] with(Receipt receipt, String member, String value) {
        JsonObject whole = JsonReader.parseObject(receipt.bytes());
        var changed = new JsonBuilder();
        whole.members()
                .forEach((name, old) ->
                        changed.put(name, name.equals(member) ? new JsonString(value) : old));
        return CanonicalJson.bytes(changed.build());
    }
}
