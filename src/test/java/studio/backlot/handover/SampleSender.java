package studio.backlot.handover;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.InclusionProof;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.NodeSource;
import studio.backlot.provenance.NoteKey;
import studio.backlot.provenance.PayloadCommitment;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.SignedNote;

/// Somebody on another machine with a ledger in memory, who makes packages out of it as the program
/// does, for a test to tamper with.
public final class SampleSender {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    public final UUID production = UUID.randomUUID();
    public final SigningKey logKey = SigningKey.generate();
    public final SigningKey everyday = SigningKey.generate();
    public final SigningKey guarded = SigningKey.generate();
    public final Person person =
            new Person(
                    UUID.randomUUID(),
                    "Ana",
                    EnumSet.allOf(Role.class),
                    new PersonKeys(everyday.verificationKey(), guarded.verificationKey()));
    public final List<byte[]> entries = new ArrayList<>();
    public final List<byte[]> files = new ArrayList<>();
    public final List<PackedOpening> openings = new ArrayList<>();
    private final List<Long> handedOver = new ArrayList<>();

    /// A ledger of its production and its first person.
    public SampleSender() {
        append(
                EventType.PRODUCTION,
                new Enrolment(Enrolment.Act.ENROL, person, Enrolment.Vouched.SELF).toJson(),
                everyday);
    }

    public LedgerEntry append(EventType event, JsonObject assertions, SigningKey key) {
        LedgerEntry entry =
                new LedgerEntry(
                                entries.size(),
                                UUID.randomUUID(),
                                production,
                                event,
                                START.plusSeconds(entries.size()),
                                new Maker(
                                        person.name(),
                                        Role.ARTIST,
                                        Optional.of(key.verificationKey().fingerprint())),
                                Optional.empty(),
                                assertions)
                        .signedBy(key);
        entries.add(entry.bytes());
        return entry;
    }

    /// Hands a file in, with a note that the package shows.
    public void submit(String content, String note) {
        byte[] file = content.getBytes(StandardCharsets.UTF_8);
        files.add(file);
        files.sort((a, b) -> ContentHash.of(a).compareTo(ContentHash.of(b)));
        byte[] salt = new byte[PayloadCommitment.SALT_LENGTH];
        byte[] text = note.getBytes(StandardCharsets.UTF_8);
        var reference =
                new PayloadReference(
                        entries.size(),
                        PayloadKind.NOTE,
                        PayloadCommitment.of(PayloadKind.NOTE, salt, text),
                        ContentHash.of(salt));
        LedgerEntry entry =
                append(
                        EventType.SUBMIT,
                        new JsonBuilder()
                                .put(
                                        "assets",
                                        List.of(
                                                new JsonBuilder()
                                                        .put("asset", ContentHash.of(file).hex())
                                                        .build()))
                                .put("note", reference.toJson())
                                .build(),
                        everyday);
        openings.add(
                new PackedOpening(
                        entry.index(),
                        new PayloadOpening(reference.id(), PayloadKind.NOTE, salt, text)));
    }

    /// The manifest of a package with all entries, files and texts there are.
    public PackageManifest manifest() {
        int size = entries.size();
        NodeSource nodes =
                NodeSource.ofLeaves(index -> MerkleTree.leafHash(entries.get((int) index)));
        List<PackedEntry> packed = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            packed.add(new PackedEntry(entries.get(i), InclusionProof.of(nodes, i, size)));
        }
        String origin = Checkpoint.originOf(production);
        var log =
                new LogExtract(
                        production,
                        new NoteKey(origin, logKey.verificationKey()),
                        SignedNote.sign(new Checkpoint(origin, size, nodes.root(size)), logKey),
                        handedOver.stream()
                                .filter(earlier -> earlier < size)
                                .map(earlier -> ConsistencyProof.of(nodes, earlier, size))
                                .toList(),
                        packed);
        if (!handedOver.contains((long) size)) {
            handedOver.add((long) size);
        }
        return new PackageManifest(
                UUID.randomUUID(),
                START,
                person,
                List.of("Pia"),
                log,
                files.stream().map(PackedFile::of).toList(),
                PackedFile.of(OpeningsForm.bytes(openings)),
                3);
    }

    /// The small parts of a package, signed.
    public PackedTexts texts(PackageManifest manifest) {
        byte[] bytes = ManifestForm.bytes(manifest);
        return new PackedTexts(
                bytes, PackageSignature.sign(bytes, guarded), OpeningsForm.bytes(openings));
    }
}
