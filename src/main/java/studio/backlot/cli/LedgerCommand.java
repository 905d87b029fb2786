package studio.backlot.cli;

import picocli.CommandLine.Command;

/// `backlot ledger`: reads, verifies and proves the record of a production.
@Command(name = "ledger", description = "Reads, verifies and proves the record of a production.")
final class LedgerCommand extends CommandGroup {}
