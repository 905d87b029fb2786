package studio.backlot.workflow;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.MalformedJson;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Source;
import studio.backlot.handover.ImportRecord;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.PayloadReference;

/// Opens the texts of known records: those of this ledger, and those of other ledgers that packages
/// showed and that are kept here as texts of their own.
///
/// Holds what the ledger had when it was made.
public final class KnownTexts {
    private final OpenProduction production;
    private final Map<Place, Kept> kept = new HashMap<>();
    private final Map<Place, LedgerEntry> records = new HashMap<>();
    private final Map<ContentHash, Place> foreign = new HashMap<>();

    /// Something of another ledger, by its number there.
    private record Place(UUID production, long number) {}

    /// A text as it is kept here, and the record of the other ledger that names it.
    private record Kept(PayloadReference text, Place record) {}

    public KnownTexts(OpenProduction production) {
        this.production = production;
        EachEntry.inRegister(
                production.ledger(),
                0,
                entry -> {
                    if (ImportRecord.isIn(entry)) {
                        accept(entry);
                    }
                });
    }

    private void accept(LedgerEntry entry) {
        ImportRecord record = ImportRecord.of(entry);
        UUID origin = record.origin().production();
        for (ImportRecord.ImportedText text : record.news().texts()) {
            kept.put(
                    new Place(origin, text.payload()),
                    new Kept(text.text(), new Place(origin, text.entry())));
        }
        for (KnownEntry known : new ImportedRecords(production.assets()).of(entry)) {
            records.put(new Place(origin, known.entry().index()), known.entry());
            PayloadReference.allIn(known.entry().assertions())
                    .forEach(text -> foreign.put(text.commitment(), new Place(origin, text.id())));
        }
    }

    /// What has become of a text that a known record names: absent when no package showed it.
    public PayloadContent open(KnownEntry known, PayloadReference reference) {
        return switch (known.source()) {
            case Source.Local ignored -> production.payloads().open(reference);
            case Source.Imported imported ->
                    foreign(new Place(imported.production(), reference.id()), reference);
        };
    }

    /// The same, of whatever ledger the record is: a text is told by its commitment.
    public PayloadContent open(PayloadReference reference) {
        return Optional.ofNullable(foreign.get(reference.commitment()))
                .map(place -> foreign(place, reference))
                .orElseGet(() -> production.payloads().open(reference));
    }

    private PayloadContent foreign(Place place, PayloadReference reference) {
        return Optional.ofNullable(kept.get(place))
                .map(one -> shown(production.payloads().open(one.text()), reference))
                .orElseGet(PayloadContent.Absent::new);
    }

    /// The text inside an opening, which must be the one that the other ledger committed to.
    private static PayloadContent shown(PayloadContent content, PayloadReference reference) {
        if (!(content instanceof PayloadContent.Open open)) {
            return content;
        }
        try {
            PayloadOpening opening = PayloadOpening.parse(JsonReader.parseObject(open.content()));
            if (opening.commitment().equals(reference.commitment())) {
                return new PayloadContent.Open(opening.salt(), opening.content());
            }
        } catch (MalformedJson | MalformedEntry | IllegalArgumentException e) {
            return new PayloadContent.Damaged("it is no text from a package: " + e.getMessage());
        }
        return new PayloadContent.Damaged("it is not the text that its record committed to");
    }

    /// The numbers, in this production, of the texts that came with such records of other ledgers;
    /// with all texts of a run when one of its records is meant.
    public Set<Long> idsWhere(Predicate<LedgerEntry> isMeant) {
        Set<UUID> jobs = new LinkedHashSet<>();
        records.values().stream()
                .filter(isMeant)
                .forEach(entry -> entry.job().ifPresent(jobs::add));
        Set<Long> ids = new LinkedHashSet<>();
        for (Kept one : kept.values()) {
            LedgerEntry record = records.get(one.record());
            if (record != null
                    && (isMeant.test(record) || record.job().filter(jobs::contains).isPresent())) {
                ids.add(one.text().id());
            }
        }
        return ids;
    }
}
