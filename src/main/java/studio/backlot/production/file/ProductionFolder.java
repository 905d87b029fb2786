package studio.backlot.production.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import studio.backlot.asset.DurableFile;
import studio.backlot.production.FolderSafety;
import studio.backlot.production.ProductionDescription;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.production.ProductionLayout;

/// Makes the folder of a new production, and recognises that of an existing one.
public final class ProductionFolder {
    /// What file managers drop into any folder that is looked at.
    private static final Set<String> LITTER =
            Set.of(".DS_Store", "Thumbs.db", "desktop.ini", ".directory");

    private final FolderProbe probe;

    public ProductionFolder(FolderProbe probe) {
        this.probe = probe;
    }

    /// Whether a folder says that it is a production, of whatever format and in whatever state.
    public static boolean isProduction(Path folder) {
        var layout = new ProductionLayout(folder);
        return Files.exists(layout.description()) || Files.exists(layout.ledger());
    }

    /// Makes an absent or empty folder ready for a new production: safe, with `assets` and `scenes`
    /// in it. The lock, the ledger and the description come after it, in this order. Throws
    /// [ProductionFolderRefused] in words.
    public ProductionLayout prepare(Path folder) {
        var layout = new ProductionLayout(folder);
        FolderSafety.requireSafe(probe.look(layout.root()));
        requireEmpty(layout);
        try {
            Files.createDirectories(layout.assets());
            Files.createDirectories(layout.scenes());
            DurableFile.forceFolder(layout.root());
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "could not make the folder "
                            + layout.root()
                            + " ("
                            + words(e)
                            + "): choose one that this account may write to",
                    e);
        }
        return layout;
    }

    private static void requireEmpty(ProductionLayout layout) {
        Path root = layout.root();
        if (isProduction(root)) {
            throw new ProductionFolderRefused(
                    root
                            + " is already a production: open it, or choose another folder for a new one");
        }
        try (Stream<Path> found = Files.list(root)) {
            List<String> strangers =
                    found.filter(path -> !belongsToTheBeginning(layout, path))
                            .map(path -> path.getFileName() + "")
                            .sorted()
                            .toList();
            if (!strangers.isEmpty()) {
                throw new ProductionFolderRefused(
                        root
                                + " is not empty and is no production (it holds "
                                + strangers.getFirst()
                                + (strangers.size() > 1
                                        ? " and " + (strangers.size() - 1) + " more"
                                        : "")
                                + "): choose an empty or a new folder");
            }
        } catch (NoSuchFileException absent) {
            return;
        } catch (NotDirectoryException e) {
            throw new ProductionFolderRefused(
                    root + " is a file: choose an empty or a new folder", e);
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "could not look into "
                            + root
                            + " ("
                            + words(e)
                            + "): choose a folder that this account may read",
                    e);
        }
    }

    /// What an earlier attempt leaves that ended before the ledger was made.
    private static boolean belongsToTheBeginning(ProductionLayout layout, Path path) {
        if (LITTER.contains(path.getFileName() + "") || path.equals(layout.lock())) {
            return true;
        }
        return (path.equals(layout.assets()) || path.equals(layout.scenes())) && holdsNoFile(path);
    }

    private static boolean holdsNoFile(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.allMatch(Files::isDirectory);
        } catch (IOException e) {
            return false;
        }
    }

    /// Writes `production.json`, once; durable on return.
    public static void describe(ProductionLayout layout, ProductionDescription description) {
        if (Files.exists(layout.description())) {
            throw new ProductionFolderRefused(
                    layout.description() + " is there already and is never written twice");
        }
        Path temporary = layout.root().resolve("production.json.tmp");
        try {
            Files.deleteIfExists(temporary);
            DurableFile.replace(layout.description(), temporary, description.bytes());
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "could not write " + layout.description() + " (" + words(e) + ")", e);
        }
    }

    /// What an existing production says about itself. Throws [ProductionFolderRefused] when the
    /// place is unsafe, the folder is no production, the description is missing or garbled, or the
    /// format is newer.
    public ProductionDescription open(ProductionLayout layout) {
        FolderSafety.requireSafe(probe.look(layout.root()));
        return describe(layout);
    }

    /// As [#open], wherever the folder lies: for reading a copy, such as one on a share.
    public static ProductionDescription describe(ProductionLayout layout) {
        try {
            return ProductionDescription.parse(Files.readAllBytes(layout.description()));
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new ProductionFolderRefused(missing(layout), e);
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "could not read " + layout.description() + " (" + words(e) + ")", e);
        }
    }

    private static String missing(ProductionLayout layout) {
        if (Files.exists(layout.ledger())) {
            return layout.root()
                    + " holds a ledger but no production.json: restore that file from a copy of the production,"
                    + " or, if making the production was interrupted just now, delete the folder and make it again";
        }
        return Files.isDirectory(layout.root())
                ? layout.root()
                        + " is no production (it has no production.json): make one with `backlot production new`"
                : "there is no folder "
                        + layout.root()
                        + ": make a production there with `backlot production new`";
    }

    private static String words(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
