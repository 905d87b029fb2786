package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadReference;

/// One run to make.
///
/// `words` are the payloads of its words where they are kept already ([GeneratePlate#wordsOf]),
/// `intent` its intent where an earlier process recorded it. `isSuspended`: whether who cancels it
/// means it to go on later.
record PlateRun(
        UUID job,
        PlateOrder order,
        List<PayloadReference> words,
        Optional<LedgerEntry> intent,
        BooleanSupplier isSuspended) {
    PlateRun {
        words = List.copyOf(words);
    }

    /// A run of which nothing is kept yet.
    static PlateRun of(UUID job, PlateOrder order) {
        return new PlateRun(job, order, List.of(), Optional.empty(), () -> false);
    }
}
