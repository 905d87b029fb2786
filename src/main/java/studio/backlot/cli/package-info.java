/// The command line: the same workflows without a window. Its grammar is frozen.
///
/// A command reads its words, calls one workflow, and prints what came of it; it decides nothing
/// about pictures or records. `--json` prints one JSON document on standard output, messages go to
/// standard error. Start with [studio.backlot.cli.CommandLineProgram].
package studio.backlot.cli;
