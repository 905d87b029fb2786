package studio.backlot.cli;

import picocli.CommandLine.Command;

/// `backlot show`: the tree of episodes, sequences, shots and slots.
@Command(
        name = "show",
        description =
                "Keeps the show's tree: episodes, sequences, shots, slots, and the plates meant for them.")
final class ShowCommand extends CommandGroup {}
