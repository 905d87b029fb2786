package studio.backlot.production.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.backlot.production.FolderSafety;
import studio.backlot.production.MountTable;
import studio.backlot.production.Surroundings;
import studio.backlot.production.Surroundings.Ancestor;

/// Looks at a folder's file system and at the folders above it; changes nothing.
public final class FolderProbe {
    private static final Path MOUNTINFO = Path.of("/proc/self/mountinfo");
    private static final List<String> ONEDRIVE =
            List.of("OneDrive", "OneDriveConsumer", "OneDriveCommercial");

    private final Map<String, String> environment;

    /// `environment` is the process's, in which OneDrive names its folders.
    public FolderProbe(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// What surrounds a folder that may not exist yet; then the nearest one above it that does
    /// tells.
    public Surroundings look(Path folder) {
        Path real = real(folder.toAbsolutePath().normalize());
        return new Surroundings(folder, fileSystems(real), ancestors(real), syncRoots());
    }

    /// The path without symbolic links, so that a link into a synced folder hides nothing.
    private static Path real(Path path) {
        Optional<Path> there = existing(path);
        try {
            return there.isEmpty()
                    ? path
                    : there.get().toRealPath().resolve(there.get().relativize(path)).normalize();
        } catch (IOException e) {
            return path;
        }
    }

    private static Set<String> fileSystems(Path real) {
        Set<String> types = new HashSet<>();
        existing(real)
                .ifPresent(path -> {
                    try {
                        FileStore store = Files.getFileStore(path);
                        types.add(store.type());
                        if (store.name().startsWith(FolderSafety.GOOGLE_DRIVE)) {
                            types.add(store.name());
                        }
                    } catch (IOException e) {
                        return;
                    }
                });
        if (Files.isReadable(MOUNTINFO)) {
            try {
                MountTable.parse(Files.readString(MOUNTINFO, StandardCharsets.UTF_8))
                        .typeOf(real)
                        .ifPresent(types::add);
            } catch (IOException e) {
                return types;
            }
        }
        if (String.valueOf(real.getRoot()).startsWith("\\\\")) {
            types.add("UNC");
        }
        return types;
    }

    private static Optional<Path> existing(Path path) {
        return above(path).filter(Files::exists).findFirst();
    }

    private static List<Ancestor> ancestors(Path real) {
        List<Ancestor> ancestors = new ArrayList<>();
        above(real).forEach(path -> ancestors.add(new Ancestor(path, marks(path))));
        return ancestors;
    }

    private static Stream<Path> above(Path path) {
        Stream.Builder<Path> paths = Stream.builder();
        for (Path above = path; above != null; above = above.getParent()) {
            paths.add(above);
        }
        return paths.build();
    }

    /// A folder that may not be listed shows no marks.
    private static Set<String> marks(Path path) {
        Set<String> marks = new HashSet<>();
        try (DirectoryStream<Path> hidden = Files.newDirectoryStream(path, ".*")) {
            for (Path found : hidden) {
                String name = found.getFileName() + (Files.isDirectory(found) ? "/" : "");
                if (FolderSafety.isMark(name)) {
                    marks.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return marks;
        }
        return marks;
    }

    private Set<Path> syncRoots() {
        Set<Path> roots = new HashSet<>();
        for (String name : ONEDRIVE) {
            Optional.ofNullable(environment.get(name))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> roots.add(real(Path.of(value).toAbsolutePath())));
        }
        return roots;
    }
}
