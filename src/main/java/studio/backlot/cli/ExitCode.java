package studio.backlot.cli;

/// How the program ends, as scripts see it.
public final class ExitCode {
    /// Done, or clean.
    public static final int DONE = 0;

    /// Findings, a refusal by policy, or failed work.
    public static final int FINDINGS = 1;

    /// Wrong use of the command line.
    public static final int WRONG_USE = 2;

    private ExitCode() {}
}
