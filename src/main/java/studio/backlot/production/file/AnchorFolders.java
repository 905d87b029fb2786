package studio.backlot.production.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backlot.production.ProductionFolderRefused;
import studio.backlot.production.ProductionLayout;

/// Makes a chosen folder ready to hold checkpoints of a production.
public final class AnchorFolders {
    private AnchorFolders() {}

    /// Makes the folder if need be; throws [ProductionFolderRefused] when it lies inside the
    /// production, where whoever changes the one changes the other, or cannot be made.
    public static void prepare(Path folder, ProductionLayout layout) {
        Path anchor = folder.toAbsolutePath().normalize();
        if (anchor.startsWith(layout.root())) {
            throw new ProductionFolderRefused(
                    "the anchor folder "
                            + anchor
                            + " lies inside the production: choose one outside,"
                            + " best on another disk or machine");
        }
        try {
            Files.createDirectories(anchor);
        } catch (IOException e) {
            throw new ProductionFolderRefused(
                    "the anchor folder " + anchor + " cannot be made (" + e.getMessage() + ")", e);
        }
    }
}
