package studio.backlot.diffusion;

import java.util.Optional;
import studio.backlot.base.ContentHash;

/// The checkpoints of one recipe: those of another are not seen, so that no picture is made half by
/// one pack and half by another.
public record RecipeCheckpoints(Checkpoints all, ContentHash recipe) implements Checkpoints {
    @Override
    public Optional<DenoisingCheckpoint> newest() {
        return all.newest().filter(checkpoint -> checkpoint.recipe().equals(recipe));
    }

    @Override
    public boolean isDue() {
        return all.isDue();
    }

    @Override
    public void keep(DenoisingCheckpoint checkpoint) {
        all.keep(checkpoint.of(recipe));
    }
}
