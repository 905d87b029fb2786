package studio.backlot.workflow;

import studio.backlot.base.ContentHash;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

/// What a recorded plate was asked for with, to ask for another like it: the request, and the id of
/// the pack.
public record UsedSettings(PlateRequest request, String pack) {
    /// The settings of the run that made an asset, for this reader. Throws [ActRefused] for another
    /// person's draft, and in words where a part of the record or its words are gone.
    public static UsedSettings of(OpenProduction production, ContentHash asset, Maker reader) {
        var works = new FindWork(production);
        LedgerEntry outcome = works.outcome(asset.hex());
        works.requireReadable(outcome, reader);
        RecordedRun run = RecordedRun.of(production, outcome);
        return new UsedSettings(run.request(), run.pack());
    }
}
