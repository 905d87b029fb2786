package studio.backlot.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studio.backlot.base.HashedFile;
import studio.backlot.base.TaskResult;

/// A folder of model files that belong together, with its licence: what Backlot makes pictures or
/// text with.
public final class ModelPack {
    static final String INDEX = "model_index.json";
    static final String SUMS = "SHA256SUMS";

    /// A pack deeper or with more files than this is some other folder given by mistake.
    private static final int DEEPEST = 6;

    private static final int MOST_FILES = 4_096;

    private final String id;
    private final Path folder;
    private final PackKind kind;
    private final PackCard card;
    private final PackHasher hasher;

    private ModelPack(Path folder, PackKind kind, PackCard card, PackHasher hasher) {
        this.id = String.valueOf(folder.getFileName());
        this.folder = folder;
        this.kind = kind;
        this.card = card;
        this.hasher = hasher;
    }

    /// Opens a folder as a pack without loading anything. Throws [NotAPack] when it is none.
    public static ModelPack open(Path folder, PackHasher hasher) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new NotAPack(
                    folder,
                    Files.exists(absolute)
                            ? "it is a file, not a folder"
                            : "there is no such folder");
        }
        return new ModelPack(absolute, kindOf(absolute), PackCard.read(absolute), hasher);
    }

    /// Whether a folder has what makes it a pack.
    static boolean isPack(Path folder) {
        return Files.isRegularFile(folder.resolve(INDEX))
                || Files.isRegularFile(folder.resolve("model.onnx"))
                || Files.isRegularFile(folder.resolve("onnx/model.onnx"));
    }

    private static PackKind kindOf(Path folder) {
        if (!isPack(folder)) {
            throw new NotAPack(folder, "it holds no " + INDEX + " and no model.onnx");
        }
        if (Files.isRegularFile(folder.resolve(INDEX))) {
            return PackKind.DIFFUSION;
        }
        if (Files.isRegularFile(folder.resolve("config.json"))
                && Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            return PackKind.TEXT;
        }
        return kindOfGraph(folder.resolve("model.onnx"));
    }

    private static PackKind kindOfGraph(Path file) {
        if (!Files.isRegularFile(file)) {
            return PackKind.OTHER;
        }
        try {
            OnnxSignature signature = OnnxSignature.read(file);
            if (signature.isUpscaler()) {
                return PackKind.UPSCALER;
            }
            return signature.isFaceFinder() ? PackKind.FACE_FINDER : PackKind.OTHER;
        } catch (OnnxUnreadable e) {
            return PackKind.OTHER;
        }
    }

    /// The folder's name, by which people call the pack.
    public String id() {
        return id;
    }

    public Path folder() {
        return folder;
    }

    public PackKind kind() {
        return kind;
    }

    /// The name to show, from the first heading of its README.
    public String displayName() {
        return card.displayName();
    }

    /// The licence, as an SPDX identifier where recognised; [PackCard#NO_LICENCE] where none is
    /// named.
    public String licence() {
        return card.licence();
    }

    /// What it says of itself in a few sentences; empty where it says nothing.
    public String about() {
        return card.about();
    }

    /// The words that it says it knows, in order; none where it does not say.
    public List<String> knownWords() {
        return card.knownWords().stream().sorted().toList();
    }

    /// How large all of its files are together. Reads the folder.
    public long bytes() {
        long bytes = 0;
        for (String file : files()) {
            try {
                bytes += Files.size(folder.resolve(file));
            } catch (IOException e) {
                throw new PackUnreadable(folder.resolve(file), e);
            }
        }
        return bytes;
    }

    /// The words of a prompt that the pack's card does not name among those it knows; none where
    /// the card says nothing of words. Words near a known one in meaning work too, so this is a
    /// hint.
    public Set<String> unknownIn(String prompt) {
        if (card.knownWords().isEmpty()) {
            return Set.of();
        }
        Set<String> unknown = new TreeSet<>(PromptWords.of(prompt));
        unknown.removeAll(card.knownWords());
        return unknown;
    }

    /// The paths of all files inside the pack, sorted; hidden files left out. Throws [NotAPack]
    /// when there are too many.
    public List<String> files() {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            List<String> files =
                    walk.filter(Files::isRegularFile)
                            .map(this::relative)
                            .filter(path -> !path.startsWith(".") && !path.contains("/."))
                            .sorted()
                            .limit(MOST_FILES + 1L)
                            .toList();
            if (files.size() > MOST_FILES) {
                throw new NotAPack(folder, "it holds more than " + MOST_FILES + " files");
            }
            return files;
        } catch (IOException e) {
            throw new PackUnreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw new PackUnreadable(folder, new IOException(e.getMessage(), e));
        }
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /// The hashes of all files.
    public List<HashedFile> hashedFiles() {
        return hasher.hash(folder, stamps(files()));
    }

    /// Watches files that are about to be loaded: takes their stamps now, starts hashing on the
    /// executor, and gives the hashes when asked after loading. The answer throws [PackFileChanged]
    /// when a file was touched in between, so that the hash recorded is that of the bytes loaded.
    public Supplier<List<HashedFile>> watch(List<String> paths, Executor executor) {
        Map<String, FileStamp> stamps = stamps(paths);
        var hashing = new FutureTask<>(() -> hasher.hash(folder, stamps));
        try {
            executor.execute(hashing);
        } catch (RejectedExecutionException e) {
            hashing.run();
        }
        return () -> {
            // an executor that has not come to it yet must not hold us up; a second run of the task
            // does nothing
            hashing.run();
            List<HashedFile> hashes = TaskResult.of(hashing);
            stamps.forEach((path, stamp) -> {
                if (!FileStamp.of(folder.resolve(path)).equals(stamp)) {
                    throw new PackFileChanged(folder.resolve(path));
                }
            });
            return hashes;
        };
    }

    private Map<String, FileStamp> stamps(List<String> paths) {
        var stamps = new LinkedHashMap<String, FileStamp>();
        paths.forEach(path -> stamps.put(path, FileStamp.of(folder.resolve(path))));
        return stamps;
    }

    @Override
    public String toString() {
        return id;
    }
}
