package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.identity.SigningKey;

class ReceiptTest {
    private final SampleLedger sample = SampleLedger.ofRuns(3);
    private final SignedNote note = sample.addCheckpoint();
    private final KnownKey known = new KnownKey.Whole(sample.noteKey());
    private final Receipt receipt = receipt(3, List.of(opening()));

    private Receipt receipt(int index, List<PayloadOpening> openings) {
        LedgerEntry entry = LedgerEntry.parse(sample.entries.get(index).body());
        return Receipt.of(entry, nodes(), note, sample.noteKey(), openings);
    }

    private NodeSource nodes() {
        return NodeSource.ofLeaves(
                index -> MerkleTree.leafHash(sample.entries.get((int) index).body()));
    }

    private PayloadOpening opening() {
        PayloadReference reference =
                PayloadReference.allIn(LedgerEntry.parse(sample.entries.get(3).body()).assertions())
                        .getFirst();
        var opened =
                (RawPayload.Opened) sample.payload(reference.id()).opener().open(reference.kind());
        return new PayloadOpening(
                reference.id(), reference.kind(), opened.salt(), opened.content());
    }

    private static List<String> codes(Receipt receipt, KnownKey known) {
        return receipt.verify(known).stream().map(ValidationStatus::code).toList();
    }

    @Test
    void everyEntrysReceiptIsVerifiedByKeyAndByFingerprint() {
        for (int index = 0; index < sample.entries.size(); index++) {
            Receipt read = Receipt.parse(receipt(index, List.of()).bytes());
            assertThat(read.verify(known)).isEmpty();
            assertThat(read.verify(new KnownKey.Fingerprint(sample.noteKey().key().fingerprint())))
                    .isEmpty();
        }
        assertThat(Receipt.parse(receipt.bytes()).verify(known)).isEmpty();
        assertThat(Receipt.parse(receipt.bytes()).openings()).hasSize(1);
    }

    @Test
    void noReceiptIsVerifiedUnderAnotherKey() {
        NoteKey other =
                new NoteKey(sample.noteKey().name(), SigningKey.generate().verificationKey());
        assertThat(codes(receipt, new KnownKey.Whole(other))).containsExactly("receipt.keyUnknown");
        assertThat(codes(receipt, new KnownKey.Fingerprint(other.key().fingerprint())))
                .containsExactly("receipt.keyUnknown");
        Receipt exchanged =
                new Receipt(
                        receipt.entry(),
                        receipt.proof(),
                        receipt.checkpoint(),
                        other,
                        receipt.openings());
        assertThat(codes(exchanged, new KnownKey.Whole(other)))
                .containsExactly("receipt.signatureInvalid");
        NoteKey renamed = new NoteKey("backlot.studio/x", sample.key.verificationKey());
        Receipt ofOtherLog =
                new Receipt(
                        receipt.entry(), receipt.proof(), receipt.checkpoint(), renamed, List.of());
        assertThat(codes(ofOtherLog, new KnownKey.Fingerprint(renamed.key().fingerprint())))
                .containsExactly("receipt.signatureInvalid", "receipt.productionMismatch");
    }

    @Test
    void aReceiptForgedUnderAForgersKeyIsNotVerified() {
        SampleLedger forged = SampleLedger.ofRuns(3);
        forged.key = SigningKey.generate();
        SignedNote forgedNote = forged.addCheckpoint();
        Receipt his =
                Receipt.of(
                        LedgerEntry.parse(sample.entries.get(3).body()),
                        nodes(),
                        forgedNote,
                        forged.noteKey(),
                        List.of());

        assertThat(codes(his, known)).contains("receipt.keyUnknown");
    }

    @Test
    void everyFlippedBitOfTheFileIsRefused() {
        byte[] file = receipt.bytes();
        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= (byte) (1 << (at % 7));
            assertThat(isVerified(changed)).as("byte %d", at).isFalse();
        }
    }

    private boolean isVerified(byte[] file) {
        try {
            return Receipt.parse(file).verify(known).isEmpty();
        } catch (MalformedReceipt e) {
            return false;
        }
    }

    @Test
    void anotherIndexOrEntryIsRefused() {
        Receipt other = receipt(4, List.of());
        assertThat(
                        codes(
                                new Receipt(
                                        other.entry(),
                                        receipt.proof(),
                                        note,
                                        sample.noteKey(),
                                        List.of()),
                                known))
                .containsExactly("receipt.notIncluded", "receipt.indexMismatch");
        var shorter = new InclusionProof(3, 5, receipt.proof().path());
        assertThat(
                        codes(
                                new Receipt(
                                        receipt.entry(),
                                        shorter,
                                        note,
                                        sample.noteKey(),
                                        List.of()),
                                known))
                .contains("receipt.notIncluded");
        assertThat(
                        codes(
                                new Receipt(
                                        new byte[] {'{', '}'},
                                        receipt.proof(),
                                        note,
                                        sample.noteKey(),
                                        List.of()),
                                known))
                .containsExactly("receipt.notIncluded", "receipt.entryMalformed");
    }

    @Test
    void anEntryOfAnotherProductionIsRefusedThoughTheLogHasIt() {
        SampleLedger stranger = SampleLedger.ofRuns(1);
        sample.replace(2, stranger.entries.get(2).body());
        SignedNote again = sample.addCheckpoint();
        Receipt odd =
                Receipt.of(
                        LedgerEntry.parse(sample.entries.get(2).body()),
                        nodes(),
                        again,
                        sample.noteKey(),
                        List.of());

        assertThat(codes(odd, known)).containsExactly("receipt.productionMismatch");
    }

    @Test
    void anEntryThatIsNotWrittenAsSchemaV1IsRefusedThoughTheLogHasIt() {
        byte[] odd =
                new String(sample.entries.get(3).body(), StandardCharsets.UTF_8)
                        .replace("{\"assertions\"", "{ \"assertions\"")
                        .getBytes(StandardCharsets.UTF_8);
        sample.replace(3, odd);
        SignedNote again = sample.addCheckpoint();
        InclusionProof proof = InclusionProof.of(nodes(), 3, 7);

        assertThat(codes(new Receipt(odd, proof, again, sample.noteKey(), List.of()), known))
                .containsExactly("receipt.entryMalformed");
    }

    @Test
    void onlyTheTextThatWasCommittedToIsProven() {
        PayloadOpening right = opening();
        byte[] otherText = "a harbour at noon".getBytes(StandardCharsets.UTF_8);
        byte[] otherSalt = right.salt().clone();
        otherSalt[0] ^= 1;
        for (PayloadOpening wrong :
                List.of(
                        new PayloadOpening(right.payload(), right.kind(), right.salt(), otherText),
                        new PayloadOpening(
                                right.payload(), right.kind(), otherSalt, right.content()),
                        new PayloadOpening(
                                right.payload(), PayloadKind.NOTE, right.salt(), right.content()),
                        new PayloadOpening(
                                right.payload() + 1,
                                right.kind(),
                                right.salt(),
                                right.content()))) {
            assertThat(receipt(3, List.of(right, wrong)).verify(known))
                    .containsExactly(
                            ValidationStatus.finding(
                                    "receipt.openingMismatch",
                                    "payload " + wrong.payload(),
                                    "the text shown is not the one that the entry committed to"));
        }
    }

    @Test
    void aReceiptThatWouldNotVerifyIsNotMade() {
        LedgerEntry young =
                sample.append(EventType.REVIEW, java.util.Optional.empty(), JsonObject.EMPTY);
        assertThatThrownBy(() -> Receipt.of(young, nodes(), note, sample.noteKey(), List.of()))
                .isInstanceOf(ProofImpossible.class)
                .hasMessageContaining("make a checkpoint first");
        LedgerEntry first = LedgerEntry.parse(sample.entries.getFirst().body());
        NodeSource wrong = NodeSource.ofLeaves(index -> MerkleTree.leafHash(new byte[0]));
        assertThatThrownBy(() -> Receipt.of(first, wrong, note, sample.noteKey(), List.of()))
                .isInstanceOf(ProofImpossible.class)
                .hasMessageContaining("rebuild the index");
    }

    @Test
    void membersMissingOrOfAnotherKindAreRefusedInWords() {
        JsonObject whole = JsonReader.parseObject(receipt.bytes());
        for (String name : whole.members().keySet()) {
            for (JsonValue other :
                    List.of(
                            new JsonString("x"),
                            new JsonString(""),
                            JsonObject.EMPTY,
                            new JsonValue.JsonArray(List.of(new JsonString("x"))),
                            JsonValue.JsonNumber.of(-1))) {
                var changed = new JsonBuilder();
                whole.members()
                        .forEach((member, value) ->
                                changed.put(member, member.equals(name) ? other : value));
                assertThat(isVerified(CanonicalJson.bytes(changed.build())))
                        .as("%s %s", name, other)
                        .isFalse();
            }
            var without = new JsonBuilder();
            whole.members()
                    .forEach((member, value) -> {
                        if (!member.equals(name)) {
                            without.put(member, value);
                        }
                    });
            assertThatThrownBy(() -> Receipt.parse(CanonicalJson.bytes(without.build())))
                    .isInstanceOf(MalformedReceipt.class);
        }
    }

    @Test
    void hostileFilesAreRefusedInWords() {
        assertThatThrownBy(() -> Receipt.parse(new byte[Receipt.LARGEST_FILE + 1]))
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> Receipt.parse(new byte[0])).isInstanceOf(MalformedReceipt.class);
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Receipt.parse(deep)).isInstanceOf(MalformedReceipt.class);
        JsonObject whole = JsonReader.parseObject(receipt.bytes());
        var long64 = new JsonBuilder();
        whole.members()
                .forEach((member, value) ->
                        long64.put(
                                member,
                                member.equals("path")
                                        ? new JsonValue.JsonArray(
                                                java.util.Collections.nCopies(
                                                        64,
                                                        new JsonString(
                                                                ContentHash.of(new byte[0]).hex())))
                                        : value));
        assertThatThrownBy(() -> Receipt.parse(CanonicalJson.bytes(long64.build())))
                .hasMessageContaining("64 elements");
        Random random = new Random(14);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = receipt.bytes();
            for (int j = random.nextInt(5); j >= 0; j--) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            isVerified(noise);
        }
    }

    @Test
    void aFingerprintIsReadAsPeopleWriteIt() {
        String hex = sample.noteKey().key().fingerprint().hex();
        String spaced =
                hex.toUpperCase(java.util.Locale.ROOT)
                        .replaceAll("(.{4})", "$1 ")
                        .replace(" 8", ":8");

        assertThat(KnownKey.parse(hex)).isEqualTo(new KnownKey.Fingerprint(new ContentHash(hex)));
        assertThat(KnownKey.parse(spaced + "\n")).isEqualTo(KnownKey.parse(hex));
        assertThat(KnownKey.parse(sample.noteKey().text() + "\n")).isEqualTo(known);
        assertThatThrownBy(() -> KnownKey.parse("abc")).isInstanceOf(MalformedNote.class);
        assertThatThrownBy(() -> new PayloadOpening(1, PayloadKind.NOTE, new byte[31], new byte[0]))
                .hasMessageContaining("31 bytes");
    }
}
