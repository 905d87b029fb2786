package studio.backlot.provenance;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.identity.VerificationKey;

/// A ledger whose entries are signed by Ana and Ben, and receipts of it, right and wrong.
final class SignedReceipts {
    final SampleLedger sample = SampleLedger.bare(new Random(9));
    private final SigningKey anasEveryday = SigningKey.generate();
    private final SigningKey anasGuarded = SigningKey.generate();
    private final SigningKey bensEveryday = SigningKey.generate();
    private final Person ana = person("Ana", anasEveryday.verificationKey().hex(), anasGuarded);
    private final Person ben =
            person("Ben", bensEveryday.verificationKey().hex(), SigningKey.generate());

    private static Person person(String name, String everyday, SigningKey guarded) {
        return new Person(
                UUID.nameUUIDFromBytes(new byte[] {(byte) name.charAt(0)}),
                name,
                EnumSet.allOf(Role.class),
                new PersonKeys(new VerificationKey(everyday), guarded.verificationKey()));
    }

    /// Ana begins (0), Ben enrols himself (1) and submits (2), Ana decides (3), Ana's everyday key
    /// signs a verdict (4), Ben's key signs in Ana's name (5), a signature is another entry's (6),
    /// Ana retires (7).
    SignedReceipts() {
        var beginning = new JsonBuilder();
        sample.productionAssertions().members().forEach(beginning::put);
        enrolment(Enrolment.Act.ENROL, ana).members().forEach(beginning::put);
        Signatory everyday = Signatory.of("Ana", Role.PRODUCER, anasEveryday);
        Signatory guarded = Signatory.of("Ana", Role.PRODUCER, anasGuarded);
        Signatory bens = Signatory.of("Ben", Role.ARTIST, bensEveryday);
        JsonObject note = new JsonBuilder().put("note", 1).build();
        append(EventType.PRODUCTION, everyday, beginning.build());
        append(EventType.PERSON, bens, enrolment(Enrolment.Act.ENROL, ben));
        append(EventType.SUBMIT, bens, note);
        append(EventType.REVIEW, guarded, note);
        append(EventType.REVIEW, everyday, note);
        append(EventType.SUBMIT, Signatory.of("Ana", Role.ARTIST, bensEveryday), note);
        LedgerEntry stolen = append(EventType.SUBMIT, bens, note);
        JsonObject other = new JsonBuilder().put("note", 2).build();
        sample.replace(
                6,
                new LedgerEntry(
                                stolen.index(),
                                stolen.entryId(),
                                stolen.production(),
                                stolen.event(),
                                stolen.time(),
                                stolen.person(),
                                stolen.job(),
                                other,
                                stolen.signature())
                        .bytes());
        append(EventType.PERSON, guarded, enrolment(Enrolment.Act.RETIRE, ana));
    }

    private static JsonObject enrolment(Enrolment.Act act, Person person) {
        return new Enrolment(act, person, Enrolment.Vouched.SELF).toJson();
    }

    private LedgerEntry append(EventType event, Signatory by, JsonObject assertions) {
        LedgerEntry entry =
                new LedgerEntry(
                                sample.entries.size(),
                                new UUID(5, sample.entries.size()),
                                sample.production,
                                event,
                                Instant.parse("2026-11-26T08:00:00Z"),
                                by.maker(),
                                Optional.empty(),
                                assertions)
                        .signedBy(by.key().orElseThrow());
        sample.entries.add(SampleLedger.row(entry.index(), entry.bytes()));
        return entry;
    }

    /// The receipt of an entry, with the enrolment in another one where that is not negative.
    Receipt of(int index, int enrolling) {
        SignedNote note = sample.addCheckpoint();
        NodeSource nodes =
                NodeSource.ofLeaves(at -> MerkleTree.leafHash(sample.entries.get((int) at).body()));
        Receipt receipt = Receipt.of(entry(index), nodes, note, sample.noteKey(), List.of());
        return enrolling < 0 ? receipt : receipt.withEnrolment(entry(enrolling), nodes);
    }

    private LedgerEntry entry(int index) {
        return LedgerEntry.parse(sample.entries.get(index).body());
    }

    /// Receipts, and the codes that each must give.
    Map<Receipt, String> judged() {
        Map<Receipt, String> judged = new LinkedHashMap<>();
        judged.put(of(0, -1), "");
        judged.put(of(1, -1), "");
        judged.put(of(2, 1), "");
        judged.put(of(3, 0), "");
        judged.put(of(2, -1), "receipt.signerUnknown");
        judged.put(of(2, 0), "receipt.signerUnknown");
        judged.put(of(2, 3), "receipt.signerUnknown");
        judged.put(of(0, 7), "receipt.signerUnknown");
        judged.put(of(4, 0), "receipt.notGuarded");
        judged.put(of(5, 1), "receipt.signerUnknown");
        judged.put(of(6, 1), "receipt.signerInvalid");
        Receipt whole = of(2, 1);
        judged.put(
                with(whole, new ProvenEntry(entry(1).bytes(), of(3, -1).proof())),
                "receipt.notIncluded receipt.signerUnknown");
        judged.put(
                with(
                        whole,
                        new ProvenEntry(
                                new byte[] {'{', '}'}, whole.enrolment().orElseThrow().proof())),
                "receipt.entryMalformed receipt.notIncluded");
        return judged;
    }

    private static Receipt with(Receipt receipt, ProvenEntry enrolment) {
        return new Receipt(
                receipt.entry(),
                receipt.proof(),
                receipt.checkpoint(),
                receipt.logKey(),
                receipt.openings(),
                Optional.of(enrolment));
    }
}
