package studio.backlot.cli;

import java.util.UUID;
import picocli.CommandLine.Command;

/// `backlot use-case`: what generated material is for, cleared before work begins.
@Command(
        name = "use-case",
        description = "Declares what generated material is for, before work begins.")
final class UseCaseCommand extends CommandGroup {

    /// The id of a use case as typed.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(
                    "\"" + text + "\" is no id of a use case; `backlot use-case list` shows them");
        }
    }
}
