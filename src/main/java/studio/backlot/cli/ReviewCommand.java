package studio.backlot.cli;

import picocli.CommandLine.Command;

/// `backlot review`: what was handed in, and what is decided about it.
@Command(name = "review", description = "Lists what was handed in, and decides about it.")
final class ReviewCommand extends CommandGroup {}
