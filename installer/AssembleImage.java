import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds the folder that starts Backlot on a machine without Java: `bin`, `lib`, `models` and `runtime`.
///
/// Maven runs this file in phase `package` on the JDK that compiled the program. Nothing is done when nothing has
/// changed; otherwise only what has. The steps, in order: jars (their times kept), native libraries unpacked, models,
/// launchers, the run-time image (jlink), and last the ahead-of-time cache, which is bound to the jars' times.
public final class AssembleImage {
    private static final String MAIN = "studio.backlot.app.Main";
    private static final String VERIFIER = "studio.backlot.app.VerifierMain";
    private static final int TRAINING_SECONDS = 120;

    private final Path project;
    private final Path image;
    private final String version;
    private final String timestamp;
    private final String nativeAccess;
    private final Path classes;
    private final List<Path> jars;

    private AssembleImage(String[] args) {
        project = Path.of(args[0]);
        image = Path.of(args[1]);
        version = args[2];
        timestamp = args[3];
        nativeAccess = args[4];
        List<Path> classPath =
                Stream.of(args[5].split(java.io.File.pathSeparator)).map(Path::of).toList();
        classes = classPath.getFirst();
        jars = classPath.stream().filter(path -> path.toString().endsWith(".jar")).toList();
    }

    /// Arguments: project folder, image folder, version, time of the jar's entries, modules with native access, and
    /// the run-time class path, whose first element is the folder of compiled classes.
    public static void main(String[] args) throws Exception {
        new AssembleImage(args).assemble();
    }

    private void assemble() throws Exception {
        Path stamp = image.resolve("lib/image.stamp");
        String inputs = inputs();
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve("lib"));
        Files.deleteIfExists(stamp);
        Files.deleteIfExists(cache());
        copyJars();
        unpackNatives();
        mirror(project.resolve("models"), image.resolve("models"));
        writeLaunchers();
        linkRuntime();
        trainCache();
        Files.writeString(stamp, inputs);
    }

    /// What the image is made of, as one hash: contents of our own files, names, sizes and times of the others.
    private String inputs() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> own = new ArrayList<>(filesUnder(classes));
        own.addAll(filesUnder(project.resolve("installer")));
        for (Path file : own) {
            digest.update(file.toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
        List<Path> others = new ArrayList<>(jars);
        others.addAll(filesUnder(project.resolve("models")));
        for (Path file : others) {
            digest.update((file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file)).getBytes());
        }
        digest.update((image + version + nativeAccess + Runtime.version()).getBytes());
        return HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    private void copyJars() throws IOException {
        Set<String> wanted = new TreeSet<>(Set.of("backlot.jar"));
        for (Path jar : jars) {
            wanted.add(jar.getFileName().toString());
            copyIfChanged(jar, image.resolve("lib").resolve(jar.getFileName()));
        }
        try (Stream<Path> present = Files.list(image.resolve("lib"))) {
            for (Path file : present.filter(f -> f.toString().endsWith(".jar")).toList()) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        // not Maven's jar plug-in: it runs in Maven's own JVM, which may be too old to read our module descriptor
        tool("jar", "--create", "--date", timestamp, "--module-version", version, "--main-class", MAIN,
                "--file", image.resolve("lib/backlot.jar").toString(), "-C", classes.toString(), ".");
    }

    /// The libraries would unpack these into the temporary folder at each start: slow, and refused where it is noexec.
    private void unpackNatives() throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean isMac = os.contains("mac");
        boolean isWindows = os.contains("win");
        boolean isArm = System.getProperty("os.arch").equals("aarch64");
        String onnx = (isMac ? "osx" : isWindows ? "win" : "linux") + (isArm ? "-aarch64" : "-x64");
        String sqlite = (isMac ? "Mac" : isWindows ? "Windows" : "Linux") + (isArm ? "/aarch64" : "/x86_64");
        Path folder = Files.createDirectories(image.resolve("lib/native"));
        unpack("onnxruntime-", "ai/onnxruntime/native/" + onnx + "/", folder);
        unpack("sqlite-jdbc-", "org/sqlite/native/" + sqlite + "/", folder);
    }

    private void unpack(String jarPrefix, String prefix, Path folder) throws IOException {
        Path jar = jars.stream()
                .filter(path -> path.getFileName().toString().startsWith(jarPrefix))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + jarPrefix + "*.jar among the run-time jars"));
        try (JarFile file = new JarFile(jar.toFile())) {
            List<java.util.jar.JarEntry> natives = file.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .filter(entry -> entry.getName().indexOf('/', prefix.length()) < 0)
                    .toList();
            for (var entry : natives) {
                Path target = folder.resolve(entry.getName().substring(prefix.length()));
                if (!isSame(target, entry.getSize(), entry.getLastModifiedTime())) {
                    try (var in = file.getInputStream(entry)) {
                        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                    Files.setLastModifiedTime(target, entry.getLastModifiedTime());
                }
            }
        }
    }

    private void writeLaunchers() throws IOException {
        for (String suffix : List.of(".sh", ".cmd")) {
            String template = Files.readString(project.resolve("installer/launcher" + suffix));
            String ending = suffix.equals(".sh") ? "" : suffix;
            for (var launcher : List.of(List.of("backlot", MAIN), List.of("backlot-verify", VERIFIER))) {
                Path file = image.resolve("bin").resolve(launcher.getFirst() + ending);
                String text = template.replace("@MAIN_CLASS@", launcher.getLast()).replace("@NATIVE_ACCESS@", nativeAccess);
                Files.writeString(file, suffix.equals(".cmd") ? text.replace("\n", "\r\n") : text);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /// Links the JDK's modules that the program resolves to, unless the present image holds just these already.
    private void linkRuntime() throws IOException {
        String modules = String.join(",", systemModules());
        Path runtime = image.resolve("runtime");
        Path linked = runtime.resolve("linked");
        String wanted = Runtime.version() + " " + modules + "\n";
        if (Files.exists(linked) && Files.readString(linked).equals(wanted)) {
            return;
        }
        deleteTree(runtime);
        tool("jlink", "--add-modules", modules, "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages",
                "--generate-cds-archive", "--output", runtime.toString());
        Files.deleteIfExists(runtime.resolve("lib/server/classes_nocoops.jsa")); // for heaps of 32 GB and more
        Files.writeString(linked, wanted);
    }

    /// What the descriptors of our jars require, and what the classes of those without a descriptor use.
    private Set<String> systemModules() throws IOException {
        ModuleFinder program = ModuleFinder.of(image.resolve("lib"));
        Set<String> ours = new TreeSet<>();
        Set<String> roots = new TreeSet<>(Set.of("java.base"));
        for (ModuleReference module : program.findAll()) {
            ours.add(module.descriptor().name());
            if (module.descriptor().isAutomatic()) {
                Path jar = Path.of(module.location().orElseThrow());
                roots.addAll(List.of(tool("jdeps", "--multi-release", String.valueOf(Runtime.version().feature()),
                        "--ignore-missing-deps", "--print-module-deps", jar.toString()).strip().split(",")));
            }
        }
        roots.addAll(ours);
        return Configuration.empty().resolve(program, ModuleFinder.ofSystem(), roots).modules().stream()
                .map(ResolvedModule::name)
                .filter(name -> !ours.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Runs the program once, watched by the JVM, and keeps what it loaded and compiled for faster starts.
    ///
    /// The run is one small plate in a folder of its own; a program that cannot do that yet is trained on `--version`.
    private void trainCache() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("backlot-training");
        try {
            boolean isTrained = train(home, List.of(
                            "generate", "--prompt", "a lighthouse at dusk", "--steps", "1", "--seed", "1",
                            "--out", home.resolve("plate.png").toString()))
                    || train(home, List.of("--version"));
            if (!isTrained) {
                System.err.println("No start-up cache was made: neither a plate nor --version ended well. "
                        + "Run " + image.resolve("bin/backlot") + " --version to see why.");
            }
        } finally {
            deleteTree(home);
        }
    }

    private boolean train(Path home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                image.resolve("runtime/bin/java").toString(),
                "-Xlog:disable",
                "-XX:AOTCacheOutput=" + cache(),
                "-XX:+UseSerialGC",
                "-Dbacklot.home=" + image,
                "-Duser.home=" + home,
                "-Donnxruntime.native.path=" + image.resolve("lib/native"),
                "-Dorg.sqlite.lib.path=" + image.resolve("lib/native"),
                "--enable-native-access=" + nativeAccess,
                "--module-path", image.resolve("lib").toString(),
                "--module", "studio.backlot/" + MAIN));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("JDK_JAVA_"));
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue() == 0 && Files.exists(cache());
    }

    private Path cache() {
        return image.resolve("lib/backlot.aot");
    }

    private static String tool(String name, String... arguments) throws IOException {
        ToolProvider tool =
                ToolProvider.findFirst(name).orElseThrow(() -> new IOException("this JDK has no " + name));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream console = System.out;
        System.setOut(out); // jlink says part of what it has to say there
        int code;
        try {
            code = tool.run(out, out, arguments);
        } finally {
            System.setOut(console);
        }
        if (code != 0) {
            throw new IOException(name + " ended with " + code + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /// Makes `to` hold the same files as `from`: copies what differs in size or time, removes what is no longer there.
    private static void mirror(Path from, Path to) throws IOException {
        for (Path file : filesUnder(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            copyIfChanged(file, target);
        }
        for (Path file : filesUnder(to)) {
            if (!Files.exists(from.resolve(to.relativize(file)))) {
                Files.delete(file);
            }
        }
    }

    private static void copyIfChanged(Path from, Path to) throws IOException {
        if (!isSame(to, Files.size(from), Files.getLastModifiedTime(from))) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static boolean isSame(Path file, long size, FileTime time) throws IOException {
        return Files.exists(file) && Files.size(file) == size && Files.getLastModifiedTime(file).equals(time);
    }

    private static List<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
