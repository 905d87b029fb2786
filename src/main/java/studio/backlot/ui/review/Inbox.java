package studio.backlot.ui.review;

import java.util.List;
import studio.backlot.workflow.BrowseAssets;

/// How much waits for the person who looks, and by which part of the show; how many assets they may
/// see, and how many drafts are with their makers.
record Inbox(List<BrowseAssets.Waiting> parts, long waiting, long assets, long sealed) {
    static final Inbox EMPTY = new Inbox(List.of(), 0, 0, 0);

    Inbox {
        parts = List.copyOf(parts);
    }

    static Inbox of(BrowseAssets browse) {
        List<BrowseAssets.Waiting> parts = browse.waiting();
        return new Inbox(
                parts,
                parts.stream().mapToLong(BrowseAssets.Waiting::assets).sum(),
                browse.count(studio.backlot.workflow.AssetFilter.ALL),
                browse.sealed());
    }
}
