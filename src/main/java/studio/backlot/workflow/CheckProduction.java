package studio.backlot.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studio.backlot.asset.AssetStore;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.job.JobRecord;
import studio.backlot.job.JobStore;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.ValidationStatus;

/// Looks over a production's folder for what the verifier of the ledger does not cover: files that
/// no entry names, files of crashes, runs left open, and whether `production.json` says what the
/// ledger says.
///
/// Changes nothing and may run beside the writer; what that one is doing at this moment then shows
/// as a note. File contents are not read: [ValidationStatus] codes `asset.damaged` and the like
/// come from verification.
public final class CheckProduction {
    private static final int PAGE = 512;

    private final Ledger ledger;
    private final AssetStore assets;
    private final JobStore jobs;

    public CheckProduction(Ledger ledger, AssetStore assets, JobStore jobs) {
        this.ledger = ledger;
        this.assets = assets;
        this.jobs = jobs;
    }

    /// What was found. `description` reads `production.json` and may throw
    /// [ProductionFolderRefused]; `leftovers` are the files in the store's folder for what is being
    /// written.
    public List<ValidationStatus> check(
            Supplier<ProductionDescription> description, List<Path> leftovers) {
        List<ValidationStatus> found = new ArrayList<>();
        checkDescription(description, found);
        checkAssets(found);
        for (Path leftover : leftovers) {
            found.add(
                    ValidationStatus.note(
                            "asset.leftover",
                            leftover.toString(),
                            "a file that is being written or was cut short; the next opening for writing removes it"));
        }
        for (JobRecord row : jobs.unfinished()) {
            found.add(
                    ValidationStatus.note(
                            "job.unfinished",
                            "job " + row.job(),
                            "a run of kind "
                                    + row.kind()
                                    + " from "
                                    + row.created()
                                    + " is at work or was cut short; the next opening for writing completes or closes it"));
        }
        return found;
    }

    private void checkDescription(
            Supplier<ProductionDescription> description, List<ValidationStatus> found) {
        ProductionDescription written;
        try {
            written = description.get();
        } catch (ProductionFolderRefused e) {
            found.add(
                    ValidationStatus.finding(
                            "production.unreadable",
                            "production.json",
                            String.valueOf(e.getMessage())));
            return;
        }
        Optional<LedgerEntry> first = ledger.entry(0);
        if (first.isEmpty()) {
            found.add(
                    ValidationStatus.finding(
                            "production.unrecorded",
                            "entry 0",
                            "the ledger is empty, so nothing says which"
                                    + " production this is; restore ledger.sqlite from a copy"));
            return;
        }
        Recorded recorded = Recorded.of(first.get());
        compare("id", written.id().toString(), recorded.id(), found);
        compare("name", written.name(), recorded.name(), found);
        compare("format", Integer.toString(written.format()), recorded.format(), found);
    }

    private static void compare(
            String member, String written, String recorded, List<ValidationStatus> found) {
        if (!written.equals(recorded)) {
            found.add(
                    ValidationStatus.finding(
                            "production.mismatch",
                            "production.json",
                            "its "
                                    + member
                                    + " is \""
                                    + written
                                    + "\" and the ledger's first entry says \""
                                    + recorded
                                    + "\", which is the truth"));
        }
    }

    private void checkAssets(List<ValidationStatus> found) {
        Set<ContentHash> unnamed = new HashSet<>();
        try (Stream<ContentHash> files = assets.list()) {
            files.forEach(unnamed::add);
        }
        Map<ContentHash, Long> missing = new LinkedHashMap<>();
        Set<ContentHash> deleted = new HashSet<>();
        long next = 0;
        for (List<LedgerEntry> page = ledger.entries(next, PAGE);
                !page.isEmpty();
                page = ledger.entries(next, PAGE)) {
            for (LedgerEntry entry : page) {
                for (ContentHash asset : NamedPieces.in(entry.assertions()).assets()) {
                    if (!unnamed.remove(asset) && assets.locate(asset).isEmpty()) {
                        missing.putIfAbsent(asset, entry.index());
                    }
                }
                // what was made once more after that must be there
                if (entry.event() == EventType.IMPORT) {
                    deleted.removeAll(NamedPieces.in(entry.assertions()).assets());
                }
                FindWork.assetOf(entry).ifPresent(deleted::remove);
                deleted.addAll(ErasedPictures.in(entry));
            }
            next += page.size();
        }
        missing.keySet().removeAll(deleted);
        missing.forEach((asset, entry) ->
                found.add(
                        ValidationStatus.finding(
                                "asset.missing",
                                "asset " + asset,
                                "entry "
                                        + entry
                                        + " names this file and it is not in the assets folder; restore it from a copy of the production")));
        unnamed.stream()
                .sorted()
                .forEach(orphan ->
                        found.add(
                                ValidationStatus.note(
                                        "asset.orphan",
                                        "asset " + orphan,
                                        "no entry names this file: a run was cut short after it was kept; it may be looked at and deleted")));
    }

    /// What the first entry says of the production, as text.
    private record Recorded(String id, String name, String format) {
        static Recorded of(LedgerEntry first) {
            JsonObject production =
                    first.assertions().object("production").orElse(JsonObject.EMPTY);
            return new Recorded(
                    first.production().toString(),
                    production.text("name").orElse(""),
                    format(production));
        }

        private static String format(JsonObject production) {
            try {
                return production
                        .number("format")
                        .map(JsonNumber::asLong)
                        .map(String::valueOf)
                        .orElse("");
            } catch (MalformedJson e) {
                return "";
            }
        }
    }
}
