package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.catalog.ModelPack;
import studio.backlot.clearance.UseLabel;
import studio.backlot.diffusion.PlateRequest;
import studio.backlot.provenance.Signatory;

/// One plate that a person asks for: the request, the pack to make it with, what it is for, the use
/// case that they name for it, the consents to the likenesses they declare in it, and who asks.
///
/// `isSeedDrawn`: whether the seed was drawn by the program because the person gave none.
public record PlateOrder(
        PlateRequest request,
        ModelPack pack,
        boolean isSeedDrawn,
        UseLabel use,
        Optional<UUID> useCase,
        List<UUID> likenesses,
        Signatory by) {
    public PlateOrder {
        likenesses = List.copyOf(likenesses);
    }
}
