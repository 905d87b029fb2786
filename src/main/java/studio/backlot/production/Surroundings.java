package studio.backlot.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What was found about the place of a folder: the file systems below it and the folders it lies
/// in.
///
/// `fileSystems` are type names as the platform gives them, such as `ext4`, `nfs4`, `fuse.sshfs`,
/// `NTFS`, `UNC`, or the name of Google Drive's volume. `ancestors` are the folder itself, if it is
/// there, and each folder above it up to the root, symbolic links resolved. `syncRoots` are folders
/// that a sync program of this account says it keeps (OneDrive's environment).
public record Surroundings(
        Path folder, Set<String> fileSystems, List<Ancestor> ancestors, Set<Path> syncRoots) {
    public Surroundings {
        fileSystems = Set.copyOf(fileSystems);
        ancestors = List.copyOf(ancestors);
        syncRoots = Set.copyOf(syncRoots);
    }

    /// One folder and those names in it that sync programs leave, folders written with a `/` at the
    /// end.
    public record Ancestor(Path path, Set<String> marks) {
        public Ancestor {
            marks = Set.copyOf(marks);
        }
    }
}
