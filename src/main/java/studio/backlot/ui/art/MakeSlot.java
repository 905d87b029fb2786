package studio.backlot.ui.art;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.ShowNode;
import studio.backlot.clearance.ShowTree;
import studio.backlot.identity.Role;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.workflow.EditShowTree;
import studio.backlot.workflow.OpenProduction;

/// Makes places in the show as an artist types them, and puts plates there. Not for the window's
/// thread.
final class MakeSlot {
    private MakeSlot() {}

    /// The slot at the end of this path; what is not there of it is added. With fewer than four
    /// words the levels above are left out, as a film has no episodes.
    static ShowNode at(OpenProduction production, OpenShow show, String path) {
        List<String> words = List.of(path.split("/", -1));
        List<NodeKind> kinds = List.of(NodeKind.values());
        int left = Math.max(0, kinds.size() - words.size());
        var edit = new EditShowTree(production, show.studio().context().ids());
        Optional<ShowNode> last = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            String until = String.join("/", words.subList(0, i + 1));
            NodeKind kind = kinds.get(Math.min(left + i, kinds.size() - 1));
            ShowTree tree = production.register().showTree();
            last =
                    tree.find(until)
                            .or(() ->
                                    Optional.of(edit.add(kind, until, show.everyday(Role.ARTIST))));
        }
        return last.orElseThrow();
    }

    /// Says that the plate of this outcome is meant for the slot.
    static LedgerEntry assign(
            OpenProduction production, OpenShow show, LedgerEntry outcome, String path) {
        ContentHash asset =
                new ContentHash(
                        outcome.assertions()
                                .object("output")
                                .flatMap(output -> output.text("asset"))
                                .orElseThrow());
        return new EditShowTree(production, show.studio().context().ids())
                .assign(asset, Optional.of(path), Optional.empty(), show.everyday(Role.ARTIST));
    }
}
