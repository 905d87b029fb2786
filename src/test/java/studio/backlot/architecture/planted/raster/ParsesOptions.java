package studio.backlot.architecture.planted.raster;

import picocli.CommandLine;

/// Guilty: the command line's library in a feature.
public final class ParsesOptions {
    private ParsesOptions() {}

    public static boolean isThere(CommandLine line) {
        return line.hashCode() != 0;
    }
}
