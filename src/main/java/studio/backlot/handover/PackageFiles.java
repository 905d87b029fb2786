package studio.backlot.handover;

import java.nio.file.Path;
import java.util.List;

/// Packages as files.
///
/// An implementation MUST write the one form of [ZipForm] and read no other, MUST bound what it
/// takes into memory before it takes it, and MUST NOT let a name in a package decide where anything
/// is written.
public interface PackageFiles {
    /// Writes a package under a name that must not exist yet, durable on return; `assets` are where
    /// the files lie that the manifest lists, in its order. Throws
    /// [studio.backlot.asset.AssetDamaged] when one of them is no longer what it was, and
    /// [PackageUnwritable]; a part of the file may be left then.
    void write(Path file, PackedTexts texts, List<Path> assets);

    /// Opens a package and reads all of it but its assets. Throws [PackageRefused] in words; the
    /// caller closes it.
    PackageReader open(Path file);
}
