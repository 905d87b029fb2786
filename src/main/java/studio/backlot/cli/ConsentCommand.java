package studio.backlot.cli;

import java.util.UUID;
import picocli.CommandLine.Command;

/// `backlot consent`: who agreed to what, and who did not.
@Command(
        name = "consent",
        description =
                "Keeps the consents to likenesses, styles and works, and what was made with them.")
final class ConsentCommand extends CommandGroup {

    /// The id of a consent as typed.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(
                    "\"" + text + "\" is no id of a consent; `backlot consent list` shows them");
        }
    }
}
