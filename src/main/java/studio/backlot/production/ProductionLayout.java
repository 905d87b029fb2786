package studio.backlot.production;

import java.nio.file.Path;

/// Where each part of a production lies in its folder.
///
/// Keys are not among them: log key and payload keys live in the app's own folder.
public record ProductionLayout(Path root) {
    public ProductionLayout {
        root = root.toAbsolutePath().normalize();
    }

    /// The entries, the head and the checkpoints.
    public Path ledger() {
        return root.resolve("ledger.sqlite");
    }

    /// The rules, for people to read and change.
    public Path policy() {
        return root.resolve("policy.json");
    }

    /// The erasable texts, encrypted.
    public Path payload() {
        return root.resolve("payload.sqlite");
    }

    /// Projections for search and gallery; can be made again from the ledger.
    public Path index() {
        return root.resolve("index.sqlite");
    }

    /// Unfinished runs and settings of this production on this machine.
    public Path workspace() {
        return root.resolve("workspace.sqlite");
    }

    /// The files named by their hash.
    public Path assets() {
        return root.resolve("assets");
    }

    public Path scenes() {
        return root.resolve("scenes");
    }

    /// The file whose lock makes its holder the one writer. Never a database: opening and closing
    /// one of those outside SQLite would drop SQLite's own locks.
    public Path lock() {
        return root.resolve("production.lock");
    }

    /// [ProductionDescription] for people and for the first look at opening.
    public Path description() {
        return root.resolve("production.json");
    }
}
