package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backlot.base.ContentHash;

/// Puts a file back that the record speaks of and that is no longer on this disk. Nothing is
/// recorded: the record names the file by its hash already.
public final class ReturnFile {
    private final OpenProduction production;

    public ReturnFile(OpenProduction production) {
        this.production = production;
    }

    /// The file is another one than the record speaks of, cannot be read, or was deleted on
    /// purpose.
    public static final class NotThatFile extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotThatFile(String message) {
            super(message);
        }
    }

    /// Keeps the file as that asset. Throws [NotThatFile] where its content is another, or where
    /// the picture was deleted for good.
    public void run(ContentHash asset, Path file) {
        var erased = new ErasedPictures(production);
        erased.refresh();
        erased.of(asset)
                .ifPresent(by -> {
                    throw new NotThatFile(
                            "this picture was deleted for good, as record "
                                    + by.record()
                                    + " says, so it is not put back");
                });
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new NotThatFile(
                    file
                            + " cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): choose another copy");
        }
        if (!ContentHash.of(content).equals(asset)) {
            throw new NotThatFile(
                    file
                            + " is another file than the one recorded as "
                            + asset.hex().substring(0, 16)
                            + ": even one changed byte makes it another. An export carries a record inside and so differs too; look for it in a copy of the production");
        }
        production.assets().put(content);
    }
}
