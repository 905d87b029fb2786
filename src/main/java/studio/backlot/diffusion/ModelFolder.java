package studio.backlot.diffusion;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import studio.backlot.base.HashedFile;

/// The folder of a pack to be loaded, and a witness of the bytes in it.
///
/// @param id what the ledger calls the pack
public record ModelFolder(String id, Path folder, FileWitness witness) {

    /// Sees to it that the hashes which are recorded are those of the bytes that were loaded.
    @FunctionalInterface
    public interface FileWitness {
        /// Called just before these files (paths inside the folder) are loaded; may hash on the
        /// executor. The answer is asked for after loading and MUST throw when a file was touched
        /// in between.
        Supplier<List<HashedFile>> watch(List<String> paths, Executor executor);
    }
}
