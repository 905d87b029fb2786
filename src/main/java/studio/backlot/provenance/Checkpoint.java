package studio.backlot.provenance;

import java.util.Base64;
import java.util.UUID;
import studio.backlot.base.ContentHash;

/// A statement of a log's size and root: the body of a C2SP tlog-checkpoint
/// (c2sp.org/tlog-checkpoint).
///
/// `origin` names the log, here `backlot.studio/` and the production's id.
public record Checkpoint(String origin, long size, ContentHash root) {
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c <= ' ' || c == '+')) {
            throw new IllegalArgumentException("not the origin of a log: \"" + origin + "\"");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log cannot have " + size + " entries");
        }
    }

    /// The origin of a production's log.
    public static String originOf(UUID production) {
        return "backlot.studio/" + production;
    }

    /// The three lines `origin`, size in decimal, root in base64, each ended by a newline.
    public String text() {
        return origin
                + "\n"
                + size
                + "\n"
                + Base64.getEncoder().encodeToString(root.bytes())
                + "\n";
    }

    /// Reads a checkpoint body; throws [MalformedNote] saying what is wrong. Extension lines are
    /// refused: we write none.
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new MalformedNote("a checkpoint has three lines, this has " + (lines.length - 1));
        }
        try {
            var checkpoint =
                    new Checkpoint(
                            lines[0],
                            Long.parseLong(lines[1]),
                            ContentHash.ofDigest(Base64.getDecoder().decode(lines[2])));
            if (!checkpoint.text().equals(text)) {
                throw new MalformedNote("the checkpoint is not in its one exact form");
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw new MalformedNote("not a checkpoint: " + e.getMessage());
        }
    }
}
