package studio.backlot.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.Person;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.ValidationStatus;

/// The check of one package by itself: that its sender signed it, that each entry stands under the
/// log's signed checkpoint and was signed by a person of that log, and that it carries nothing
/// else.
///
/// Every check is made, whatever the others gave. Whether sender and log are who they should be is
/// not seen from a package alone.
public final class PackageCheck {
    private final PackageManifest manifest;
    private final LogExtract log;
    private final List<ValidationStatus> statuses = new ArrayList<>();
    private final Map<Long, LedgerEntry> entries = new HashMap<>();
    private final EnrolledPersons persons = new EnrolledPersons();

    private PackageCheck(PackageManifest manifest) {
        this.manifest = manifest;
        log = manifest.log();
    }

    /// What is wrong with a manifest under a signature; no finding means verified.
    public static List<ValidationStatus> run(
            PackageManifest manifest, byte[] bytes, byte[] signature) {
        List<ValidationStatus> statuses = new ArrayList<>(ofSignature(manifest, bytes, signature));
        statuses.addAll(ofRecords(manifest));
        return List.copyOf(statuses);
    }

    /// The part of [#run] that says who sent it: the signature over these bytes of the manifest.
    public static List<ValidationStatus> ofSignature(
            PackageManifest manifest, byte[] bytes, byte[] signature) {
        var check = new PackageCheck(manifest);
        check.checkSignature(bytes, signature);
        return List.copyOf(check.statuses);
    }

    /// The rest of [#run]: the log, its records and their persons, the sender, the files.
    public static List<ValidationStatus> ofRecords(PackageManifest manifest) {
        var check = new PackageCheck(manifest);
        check.checkLog();
        check.checkEntries();
        check.checkSender();
        check.checkFiles();
        return List.copyOf(check.statuses);
    }

    /// What is wrong with the texts that a package shows, beside what [#run] says of its manifest.
    public static List<ValidationStatus> ofOpenings(
            PackageManifest manifest, List<PackedOpening> openings) {
        var check = new PackageCheck(manifest);
        check.readEntries();
        openings.forEach(check::checkOpening);
        return List.copyOf(check.statuses);
    }

    private void checkSignature(byte[] bytes, byte[] signature) {
        if (!PackageSignature.verifies(bytes, signature, manifest.sender().keys().guarded())) {
            finding(
                    "package.signatureInvalid",
                    "it is not signed by the guarded key of "
                            + manifest.sender().name()
                            + ": it was forged, or changed after it was signed");
        }
    }

    private void checkLog() {
        Checkpoint checkpoint = log.checkpoint().checkpoint();
        String origin = Checkpoint.originOf(log.production());
        if (!checkpoint.origin().equals(origin) || !log.key().name().equals(origin)) {
            finding(
                    "package.productionMismatch",
                    "its checkpoint or its log key belongs to another production than "
                            + log.production());
        }
        if (!log.checkpoint().isSignedBy(log.key())) {
            finding(
                    "package.checkpointInvalid",
                    "its checkpoint is not signed by the log key it names");
        }
        long before = -1;
        for (ConsistencyProof proof : log.continuations()) {
            if (proof.oldSize() <= before) {
                finding("package.malformed", "its proofs of continuation are not in order");
            }
            before = proof.oldSize();
        }
    }

    private void checkEntries() {
        readEntries();
        for (PackedEntry packed : log.entries()) {
            if (!packed.proof().verifies(packed.leaf(), log.checkpoint().checkpoint().root())) {
                finding(
                        "package.notIncluded",
                        "record "
                                + packed.index()
                                + " does not stand under the signed checkpoint: it was changed, or never was in that ledger");
            }
            Optional.ofNullable(entries.get(packed.index())).ifPresent(this::checkPerson);
        }
    }

    private void readEntries() {
        long before = -1;
        for (PackedEntry packed : log.entries()) {
            if (packed.index() <= before) {
                finding("package.malformed", "its records are not in order, or one stands twice");
            }
            before = packed.index();
            try {
                LedgerEntry entry = packed.entry();
                PayloadReference.allIn(entry.assertions());
                if (entry.index() != packed.index()
                        || !entry.production().equals(log.production())) {
                    finding(
                            "package.entryMismatch",
                            "record "
                                    + packed.index()
                                    + " says that it is record "
                                    + entry.index()
                                    + " of production "
                                    + entry.production());
                } else {
                    entries.put(packed.index(), entry);
                }
            } catch (MalformedEntry e) {
                finding(
                        "package.entryMalformed",
                        "record " + packed.index() + " cannot be read: " + e.getMessage());
            }
        }
    }

    /// The keys are those that the enrolments in the package began; a package has all of its log.
    private void checkPerson(LedgerEntry entry) {
        if (Enrolment.isIn(entry)) {
            enrol(entry);
        }
        Optional<EnrolledPersons.Key> key = entry.person().key().flatMap(persons::key);
        boolean isSigned =
                key.isPresent()
                        && key.get().holdsAt(entry.index())
                        && (key.get().isGuarded() || !entry.event().isGuarded())
                        && entry.signature()
                                .filter(signature ->
                                        signature.isBy(key.get().key(), entry.unsignedBytes()))
                                .isPresent();
        if (!isSigned) {
            finding(
                    "package.personMismatch",
                    "record "
                            + entry.index()
                            + " ("
                            + entry.event().wireName()
                            + ") is not signed by a key that "
                            + entry.person().name()
                            + " had then for such a thing");
        }
    }

    private void enrol(LedgerEntry entry) {
        try {
            persons.accept(entry.index(), Enrolment.of(entry), entry.person().key())
                    .ifPresent(why ->
                            finding(
                                    "package.enrolmentRefused",
                                    "the enrolment in record "
                                            + entry.index()
                                            + " does not count: "
                                            + why));
        } catch (MalformedEntry e) {
            finding(
                    "package.entryMalformed",
                    "the enrolment in record "
                            + entry.index()
                            + " cannot be read: "
                            + e.getMessage());
        }
    }

    private void checkSender() {
        Person sender = manifest.sender();
        boolean isOfTheLog =
                persons.key(sender.keys().guarded().fingerprint())
                        .filter(key -> key.isGuarded() && key.until() == Long.MAX_VALUE)
                        .filter(key -> key.person().equals(sender.id()))
                        .isPresent();
        if (!isOfTheLog) {
            finding(
                    "package.senderUnknown",
                    sender.name() + " is not enrolled, with that key, in the ledger it comes from");
        }
    }

    private void checkFiles() {
        Set<ContentHash> named = new HashSet<>();
        for (LedgerEntry entry : entries.values()) {
            entry.assertions()
                    .objects()
                    .flatMap(object -> object.text("asset").stream())
                    .filter(ContentHash::isHex)
                    .forEach(hex -> named.add(new ContentHash(hex)));
        }
        ContentHash before = null;
        for (PackedFile file : manifest.files()) {
            if (before != null && before.compareTo(file.sha256()) >= 0) {
                finding("package.malformed", "its files are not in order, or one stands twice");
            }
            before = file.sha256();
            if (!named.contains(file.sha256())) {
                finding(
                        "package.fileUnnamed",
                        "no record in it names the file " + file.sha256() + " that it carries");
            }
        }
    }

    private void checkOpening(PackedOpening packed) {
        PayloadOpening opening = packed.opening();
        boolean isProven =
                Optional.ofNullable(entries.get(packed.entry()))
                        .map(entry -> PayloadReference.allIn(entry.assertions()))
                        .orElse(List.of())
                        .stream()
                        .anyMatch(reference ->
                                reference.id() == opening.payload()
                                        && reference.kind() == opening.kind()
                                        && reference.commitment().equals(opening.commitment()));
        if (!isProven) {
            finding(
                    "package.openingMismatch",
                    "the text "
                            + opening.payload()
                            + " is not the one that record "
                            + packed.entry()
                            + " committed to");
        }
    }

    private void finding(String code, String explanation) {
        statuses.add(ValidationStatus.finding(code, "package " + manifest.id(), explanation));
    }
}
