package studio.backlot.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The model packs of this machine: the folders directly inside some roots, the bundled ones first.
///
/// A pack in an earlier root hides one of the same name in a later root. Folders are looked at anew
/// at each question.
public final class ModelCatalog {
    private final List<Path> roots;
    private final PackHasher hasher;

    /// Roots that do not exist count as empty.
    public ModelCatalog(List<Path> roots, PackHasher hasher) {
        this.roots = List.copyOf(roots);
        this.hasher = hasher;
    }

    /// All packs, sorted by identifier.
    public List<ModelPack> packs() {
        var packs = new TreeMap<String, ModelPack>();
        for (Path root : roots) {
            for (Path folder : packFolders(root)) {
                packs.computeIfAbsent(
                        folder.getFileName().toString(), id -> ModelPack.open(folder, hasher));
            }
        }
        return List.copyOf(packs.values());
    }

    /// The packs of one kind, sorted by identifier.
    public List<ModelPack> packs(PackKind kind) {
        return packs().stream().filter(pack -> pack.kind() == kind).toList();
    }

    private static List<Path> packFolders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return new ArrayList<>(
                    children.filter(Files::isDirectory).filter(ModelPack::isPack).toList());
        } catch (IOException e) {
            throw new PackUnreadable(root, e);
        }
    }

    /// The pack that a person means: an installed identifier, else the path of a folder. Throws
    /// [PackUnknown] listing the installed ones, or [NotAPack] when it is a folder without a pack.
    public ModelPack resolve(String idOrFolder) {
        for (Path root : roots) {
            for (Path folder : packFolders(root)) {
                if (folder.getFileName().toString().equals(idOrFolder)) {
                    return ModelPack.open(folder, hasher);
                }
            }
        }
        Path folder = pathOf(idOrFolder);
        if (Files.exists(folder) && !idOrFolder.isBlank()) {
            return ModelPack.open(folder, hasher);
        }
        throw new PackUnknown(idOrFolder, packs().stream().map(ModelPack::id).toList());
    }

    private Path pathOf(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new PackUnknown(text, packs().stream().map(ModelPack::id).toList());
        }
    }
}
