package studio.backlot.catalog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.NotAPack;
import studio.backlot.catalog.PackUnreadable;

/// Removes packs that a person added; nothing outside their own folder of packs is ever touched.
public final class PackFolders {
    private PackFolders() {}

    /// Deletes the pack's folder. Throws [NotAPack] when it does not lie directly in `added`,
    /// [PackUnreadable] when a file cannot be deleted.
    public static void remove(ModelPack pack, Path added) {
        if (!added.toAbsolutePath().normalize().equals(pack.folder().getParent())) {
            throw new NotAPack(
                    pack.folder(),
                    "it came with the program or lies elsewhere; only packs in "
                            + added
                            + " are removed");
        }
        try (Stream<Path> files = Files.walk(pack.folder())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new PackUnreadable(pack.folder(), e);
        } catch (UncheckedIOException e) {
            throw new PackUnreadable(pack.folder(), new IOException(e.getMessage(), e));
        }
    }
}
