package studio.backlot.workflow;

import studio.backlot.asset.AssetStore;
import studio.backlot.job.JobStore;
import studio.backlot.job.QueueStore;
import studio.backlot.job.WorkspaceSettings;
import studio.backlot.provenance.Ledger;
import studio.backlot.provenance.PayloadStore;

/// The open stores of one production; whoever opened them closes them.
public record ProductionStores(
        Ledger ledger,
        PayloadStore payloads,
        AssetStore assets,
        JobStore jobs,
        QueueStore queue,
        WorkspaceSettings settings) {}
