package studio.backlot.catalog.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelPack;
import studio.backlot.catalog.NotAPack;
import studio.backlot.catalog.PackCheck;
import studio.backlot.catalog.PackHasher;
import studio.backlot.catalog.PackKind;
import studio.backlot.catalog.PackUnreadable;

/// Adds packs to a person's own folder of packs and removes them; nothing outside it is ever
/// touched.
public final class PackFolders {
    /// The end of a pack's name while it is being copied: no pack is looked for under it.
    private static final String PART = ".part";

    private static final int CHUNK = 1 << 20;

    /// Findings that do not keep a pack from being added: they are told, and its files work.
    private static final Set<String> HARMLESS =
            Set.of("sums.missing", "file.unlisted", "licence.unknown");

    private PackFolders() {}

    /// Copies a pack from a folder of this machine into `added` and opens it there: whole, or not
    /// at all. Reports the stage `copy` in bytes. Throws [NotAPack] in words where it is none, is
    /// damaged, or one of its name is there.
    public static ModelPack add(
            Path source, Path added, PackHasher hasher, Progress progress, Cancellation stop) {
        ModelPack pack = ModelPack.open(source, hasher);
        requireUsable(pack);
        Path target = added.resolve(pack.id());
        Path part = added.resolve("." + pack.id() + PART);
        if (Files.exists(target)) {
            throw new NotAPack(
                    source,
                    "a pack of the name "
                            + pack.id()
                            + " is here already: remove that one first, or rename the folder");
        }
        try {
            Files.createDirectories(added);
            delete(part);
            long total = pack.bytes();
            long done = 0;
            for (String file : pack.files()) {
                long before = done;
                done +=
                        copy(
                                pack.folder().resolve(file),
                                part.resolve(file),
                                bytes -> progress.report("copy", before + bytes, total),
                                stop);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return ModelPack.open(target, hasher);
        } catch (IOException e) {
            throw new PackUnreadable(source, e);
        } finally {
            discard(part);
        }
    }

    /// Copies a file and returns its length; `copied` hears how far it is.
    private static long copy(Path from, Path to, LongConsumer copied, Cancellation stop)
            throws IOException {
        Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(to));
        long done = 0;
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                stop.throwIfCancelled();
                out.write(chunk, 0, read);
                done += read;
                copied.accept(done);
            }
        }
        return done;
    }

    private static void requireUsable(ModelPack pack) {
        if (pack.kind() == PackKind.OTHER) {
            throw new NotAPack(
                    pack.folder(), "it holds a model that this version knows no use for");
        }
        PackCheck.of(pack).stream()
                .filter(finding -> !HARMLESS.contains(finding.code()))
                .findFirst()
                .ifPresent(finding -> {
                    throw new NotAPack(pack.folder(), finding.file() + ": " + finding.words());
                });
    }

    private static void discard(Path part) {
        try {
            delete(part);
        } catch (IOException e) {
            throw new PackUnreadable(part, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

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
