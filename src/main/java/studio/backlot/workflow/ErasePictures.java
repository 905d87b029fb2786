package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.ValidationStatus;

/// Deletes the pictures of takes that nobody wants, for good: their records and hashes stay.
///
/// Only a picture that nothing leans on goes: none that was handed in, decided about, exported,
/// packaged or used for another. The redaction is recorded first, then the files are deleted: a
/// crash between leaves deletions that are promised and not yet done, which the next opening
/// completes.
public final class ErasePictures {
    private static final int PAGE = 1_000;

    private final OpenProduction production;

    public ErasePictures(OpenProduction production) {
        this.production = production;
    }

    /// What can be deleted of some takes, with its size, and how many must stay.
    public record Plan(Set<ContentHash> pictures, long bytes, int staying) {
        public Plan {
            pictures = Set.copyOf(pictures);
        }
    }

    /// Looks which of these pictures may go; reads the whole ledger.
    public Plan plan(Collection<ContentHash> wanted) {
        Set<ContentHash> used = used();
        Set<ContentHash> pictures = new HashSet<>();
        long bytes = 0;
        int staying = 0;
        for (ContentHash asset : Set.copyOf(wanted)) {
            Optional<Path> file = production.assets().locate(asset);
            if (used.contains(asset)) {
                staying++;
            } else if (file.isPresent()) {
                pictures.add(asset);
                bytes += size(file.get());
            }
        }
        return new Plan(pictures, bytes, staying);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }

    /// Deletes those of these pictures that may go and returns the record of it. Throws
    /// [EntryUnknown] when none may.
    public LedgerEntry run(Collection<ContentHash> wanted, Signatory by) {
        Plan plan = plan(wanted);
        if (plan.pictures().isEmpty()) {
            throw new EntryUnknown(
                    "there is no picture to delete: each was handed in, exported or used, or is"
                            + " gone already");
        }
        List<JsonObject> pictures =
                plan.pictures().stream()
                        .sorted()
                        .map(asset -> new JsonBuilder().put("asset", asset.hex()).build())
                        .toList();
        JsonObject erased =
                new JsonBuilder()
                        .put("payloads", List.<JsonNumber>of())
                        .put(ErasedPictures.PICTURES, pictures)
                        .build();
        LedgerEntry entry = ErasePayloads.record(production, erased, by);
        plan.pictures().forEach(production.assets()::delete);
        return entry;
    }

    /// Deletes what a crash left of pictures that a recorded redaction says are deleted; returns
    /// what could not be.
    static List<ValidationStatus> finish(AssetStore assets, Set<ContentHash> promised) {
        List<ValidationStatus> left = new ArrayList<>();
        for (ContentHash picture : promised) {
            if (assets.locate(picture).isPresent()) {
                try {
                    assets.delete(picture);
                } catch (AssetStoreFailed e) {
                    left.add(
                            ValidationStatus.finding(
                                    "asset.notErased",
                                    "asset " + picture,
                                    String.valueOf(e.getMessage())));
                }
            }
        }
        return left;
    }

    /// What any entry names for another reason than that it was made, or lies in a slot.
    private Set<ContentHash> used() {
        Set<ContentHash> used = new HashSet<>();
        Map<Long, ContentHash> outputs = new HashMap<>();
        List<Long> exported = new ArrayList<>();
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    used.addAll(namedBy(entry));
                    FindWork.assetOf(entry).ifPresent(asset -> outputs.put(entry.index(), asset));
                    exportedBy(entry).ifPresent(exported::add);
                });
        exported.stream()
                .flatMap(index -> Optional.ofNullable(outputs.get(index)).stream())
                .forEach(used::add);
        return used;
    }

    private static Set<ContentHash> namedBy(LedgerEntry entry) {
        Set<ContentHash> named = new HashSet<>(NamedPieces.in(entry.assertions()).assets());
        entry.assertions()
                .object("verdict")
                .flatMap(verdict -> verdict.text("file"))
                .filter(ContentHash::isHex)
                .map(ContentHash::new)
                .ifPresent(named::add);
        return switch (entry.event()) {
            case SHOW_TREE, REDACTION -> Set.of();
            case OUTCOME -> {
                FindWork.assetOf(entry).ifPresent(named::remove);
                yield named;
            }
            default -> named;
        };
    }

    /// The outcome, in this ledger, whose picture an entry says left as a file.
    private static Optional<Long> exportedBy(LedgerEntry entry) {
        return entry.event() == EventType.EXPORT
                ? entry.assertions()
                        .object("export")
                        .filter(export -> export.text("production").isEmpty())
                        .flatMap(export -> export.number("entry"))
                        .map(JsonNumber::asLong)
                : Optional.empty();
    }
}
