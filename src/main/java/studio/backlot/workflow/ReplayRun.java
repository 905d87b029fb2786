package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.HashedFile;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.NotAPack;
import studio.backlot.catalog.PackUnknown;
import studio.backlot.diffusion.GeneratedPlate;
import studio.backlot.diffusion.UsedRecipe;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;

/// Runs the recipe of a recorded plate again and compares the pixels; makes no asset and no entry.
///
/// The recipe is taken from the record, the words from the payloads. The model files are hashed
/// again: a recipe with other files is another recipe, so that is *not possible*, not *differs*.
public final class ReplayRun {
    private final OpenProduction production;
    private final ModelCatalog catalog;
    private final GeneratorSource generators;

    public ReplayRun(OpenProduction production, ModelCatalog catalog, GeneratorSource generators) {
        this.production = production;
        this.catalog = catalog;
        this.generators = generators;
    }

    /// What came of a replay.
    public sealed interface Result {
        /// Every pixel is as recorded.
        record Identical() implements Result {}

        /// The largest difference of a sample, 0 to 255, where the recorded picture could be read;
        /// another machine or runtime computes other last digits.
        record Differs(Optional<Integer> largestDifference) implements Result {}

        /// It cannot be run again; `why` says what is missing or changed.
        record NotPossible(String why) implements Result {}
    }

    /// Replays the run whose outcome this is, with the pack of that identifier or folder where one
    /// is given, else with the recorded one; throws [EntryUnknown] when the entry is no plate's
    /// outcome.
    public Result run(
            LedgerEntry outcome,
            Optional<String> packInstead,
            Progress progress,
            Cancellation cancellation) {
        JsonObject output =
                outcome.assertions()
                        .object("output")
                        .orElseThrow(() ->
                                new EntryUnknown(
                                        "record "
                                                + outcome.index()
                                                + " has no picture to make again: it records "
                                                + outcome.event().wireName()
                                                + "; give the number of a plate's outcome"));
        try {
            RecordedRun recorded = RecordedRun.of(production, outcome);
            ModelPack pack = catalog.resolve(packInstead.orElseGet(recorded::pack));
            GeneratedPlate made =
                    generators
                            .open(pack, progress)
                            .generate(recorded.request(), progress, cancellation);
            Optional<String> changed = changedFile(recorded, pack.id(), made.recipe().packs());
            if (changed.isPresent()) {
                return new Result.NotPossible(changed.get());
            }
            return compare(output, made.plate());
        } catch (RecordedRun.NotRepeatable e) {
            return new Result.NotPossible(String.valueOf(e.getMessage()));
        } catch (PackUnknown | NotAPack e) {
            return new Result.NotPossible(String.valueOf(e.getMessage()));
        }
    }

    /// The recorded pack may lie here under another name, `packId`.
    private static Optional<String> changedFile(
            RecordedRun recorded, String packId, List<UsedRecipe.UsedPack> used) {
        for (RecordedRun.PackFile file : recorded.files()) {
            String id = file.pack().equals(recorded.pack()) ? packId : file.pack();
            Optional<ContentHash> now =
                    used.stream()
                            .filter(pack -> pack.id().equals(id))
                            .flatMap(pack -> pack.files().stream())
                            .filter(one -> one.path().equals(file.path()))
                            .map(HashedFile::sha256)
                            .findFirst();
            if (!now.equals(Optional.of(file.sha256()))) {
                return Optional.of(
                        "the file "
                                + file.path()
                                + " of the pack "
                                + file.pack()
                                + now.map(hash ->
                                                " is not the one that was used (recorded "
                                                        + file.sha256()
                                                        + ", now "
                                                        + hash
                                                        + ")")
                                        .orElse(" is no longer used"));
            }
        }
        return Optional.empty();
    }

    private Result compare(JsonObject output, Plate made) {
        if (made.pixelHash().hex().equals(output.text("pixels").orElse(""))) {
            return new Result.Identical();
        }
        try {
            var asset = new ContentHash(output.text("asset").orElse(""));
            Plate kept = PngReader.read(production.assets().read(asset)).plate();
            boolean isSameSize = kept.width() == made.width() && kept.height() == made.height();
            return new Result.Differs(
                    isSameSize ? Optional.of(kept.largestDifference(made)) : Optional.empty());
        } catch (AssetMissing | AssetDamaged e) {
            return new Result.Differs(Optional.empty());
        }
    }
}
