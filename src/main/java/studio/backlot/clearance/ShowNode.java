package studio.backlot.clearance;

import java.util.Optional;
import java.util.UUID;

/// A place in the show tree: an episode, a sequence, a shot, or a slot. Without a parent it lies
/// directly in the show.
///
/// Its name stands in entries in the clear, so it is a short code such as `101` or `BW_0120`, never
/// a sentence about the story.
public record ShowNode(UUID id, NodeKind kind, String name, Optional<UUID> parent) {
    /// Characters a name may have.
    private static final int LONGEST_NAME = 40;

    public ShowNode {
        boolean isCode =
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.equals(name.strip())
                        && name.chars().noneMatch(c -> c == '/' || Character.isISOControl(c));
        if (!isCode) {
            throw new IllegalArgumentException(
                    kind.phrase()
                            + " needs a short name of 1 to "
                            + LONGEST_NAME
                            + " characters without a slash, not \""
                            + name
                            + "\"");
        }
    }
}
