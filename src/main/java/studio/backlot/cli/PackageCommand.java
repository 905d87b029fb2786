package studio.backlot.cli;

import picocli.CommandLine.Command;

/// `package`: leads to the commands for packages from one machine to another.
@Command(name = "package", description = "Hands work over to another machine, and takes it in.")
final class PackageCommand extends CommandGroup {}
