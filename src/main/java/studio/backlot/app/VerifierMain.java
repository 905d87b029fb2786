package studio.backlot.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import studio.backlot.cli.CommandLineProgram;
import studio.backlot.cli.Console;

/// The verifier's own entry point, `backlot-verify`: it loads nothing that makes pictures and
/// writes nothing.
public final class VerifierMain {
    private VerifierMain() {}

    /// Verifies one production and ends the process with the exit code of `backlot ledger verify`.
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var console = Console.of(out, err);
        int exitCode;
        try (var wiring = new Wiring(Folders.of(System.getenv(), System.getProperties()))) {
            exitCode =
                    CommandLineProgram.verifierOnly(wiring.verifier(), wiring.packRoots(), console)
                            .run(out, err, arguments);
        }
        System.exit(exitCode);
    }
}
