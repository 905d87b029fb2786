package studio.backlot.cli;

import picocli.CommandLine.Command;

/// `backlot person`: who works on a production, and their keys.
@Command(name = "person", description = "Enrols persons, retires them and keeps their keys.")
final class PersonCommand extends CommandGroup {}
