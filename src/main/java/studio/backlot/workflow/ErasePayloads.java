package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Erases the texts of one run or other record, or of all records of one person, for good.
///
/// What a person ordered, or what names them, and still waits in the queue is erased with the rest:
/// the queue finds no words then, and makes nothing. A run is erased whole: the tokens in its
/// outcome are the words of its intent in another spelling.
///
/// The redaction is recorded first, then the keys are destroyed: a crash between leaves an erasure
/// that is promised and not yet done, which the next opening completes. Entries stay as they are,
/// so every proof stays valid.
public final class ErasePayloads {
    private static final int PAGE = 1_000;

    private final OpenProduction production;

    public ErasePayloads(OpenProduction production) {
        this.production = production;
    }

    /// Erases by record number, or by a person's name as credited. Throws [EntryUnknown] when
    /// nothing is to erase. The reason is kept as a payload too. Returns the redaction entry.
    public Erased run(String recordOrPerson, String reason, Signatory by) {
        Set<Long> ids = new LinkedHashSet<>(idsOf(recordOrPerson));
        if (!isRecord(recordOrPerson)) {
            ids.addAll(new PersonTexts(production).idsOf(recordOrPerson, reason));
        }
        ids.removeAll(alreadyErased());
        if (ids.isEmpty()) {
            throw new EntryUnknown(
                    "there is no text to erase for \""
                            + recordOrPerson
                            + "\": give a record's number or a person's name exactly as credited, or as it stands in the consent register");
        }
        PayloadReference why =
                production
                        .payloads()
                        .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, reason)))
                        .getFirst();
        var erased =
                new JsonBuilder()
                        .put("payloads", ids.stream().map(JsonNumber::of).toList())
                        .put("reason", why.toJson())
                        .build();
        LedgerEntry entry = record(production, erased, by);
        production.payloads().erase(ids);
        return new Erased(entry, carriedAway(ids));
    }

    /// Records what is about to be erased, before it is.
    static LedgerEntry record(OpenProduction production, JsonObject erased, Signatory by) {
        return production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.REDACTION,
                                by,
                                Optional.empty(),
                                new JsonBuilder().put("erased", erased).build()));
    }

    /// What was erased, and the packages that had carried the opening of one of the texts away:
    /// what left cannot be recalled.
    public record Erased(LedgerEntry entry, List<TouchedWork.Sent> packages) {
        public List<JsonObject> packagesJson() {
            return packages.stream().map(TouchedWork::toJson).toList();
        }

        public List<String> packageLines() {
            return packages.stream().map(TouchedWork::line).toList();
        }
    }

    private List<TouchedWork.Sent> carriedAway(Set<Long> ids) {
        List<TouchedWork.Sent> packages = new ArrayList<>();
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    if (entry.event() == EventType.HANDOVER
                            && TracePerson.openings(entry).stream().anyMatch(ids::contains)) {
                        packages.add(TracePerson.sent(production, entry));
                    }
                });
        return packages;
    }

    private static boolean isRecord(String recordOrPerson) {
        return recordOrPerson.chars().allMatch(Character::isDigit) && recordOrPerson.length() < 19;
    }

    private List<Long> idsOf(String recordOrPerson) {
        if (isRecord(recordOrPerson)) {
            LedgerEntry named = new FindEntry(production).at(Long.parseLong(recordOrPerson));
            return named.job().isEmpty()
                    ? ids(named)
                    : idsWhere(entry -> entry.job().equals(named.job()));
        }
        Set<UUID> jobs = new HashSet<>();
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    if (isOf(entry, recordOrPerson)) {
                        entry.job().ifPresent(jobs::add);
                    }
                });
        List<Long> ids =
                idsWhere(entry ->
                        isOf(entry, recordOrPerson)
                                || entry.job().filter(jobs::contains).isPresent());
        ids.addAll(QueuedTexts.orderedBy(production, recordOrPerson));
        // what they wrote elsewhere and a package showed here
        ids.addAll(new KnownTexts(production).idsWhere(entry -> isOf(entry, recordOrPerson)));
        return ids;
    }

    private static boolean isOf(LedgerEntry entry, String person) {
        return entry.person().name().equals(person);
    }

    private List<Long> idsWhere(Predicate<LedgerEntry> isMeant) {
        List<Long> ids = new ArrayList<>();
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    if (isMeant.test(entry)) {
                        ids.addAll(ids(entry));
                    }
                });
        return ids;
    }

    private static List<Long> ids(LedgerEntry entry) {
        return PayloadReference.allIn(entry.assertions()).stream()
                .map(PayloadReference::id)
                .toList();
    }

    private Set<Long> alreadyErased() {
        Set<Long> erased = new LinkedHashSet<>();
        EachEntry.of(production.ledger(), PAGE, entry -> erased.addAll(erasedBy(entry)));
        return erased;
    }

    /// The payloads that a redaction entry says are erased; none for any other entry.
    static List<Long> erasedBy(LedgerEntry entry) {
        if (entry.event() != EventType.REDACTION) {
            return List.of();
        }
        return entry
                .assertions()
                .object("erased")
                .flatMap(erased -> erased.array("payloads"))
                .orElse(List.of())
                .stream()
                .filter(JsonNumber.class::isInstance)
                .map(id -> ((JsonNumber) id).asLong())
                .toList();
    }
}
