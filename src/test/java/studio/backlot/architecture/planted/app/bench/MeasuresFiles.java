package studio.backlot.architecture.planted.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backlot.architecture.planted.provenance.Ledger;

/// Innocent: a benchmark fills a folder of its own.
public final class MeasuresFiles {
    private MeasuresFiles() {}

    public static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    public static void fill(Ledger ledger) {
        ledger.append("row");
    }
}
