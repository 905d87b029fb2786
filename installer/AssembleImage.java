import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Builds the folder that starts Backlot on a machine without Java: `bin`, `lib`, `models` and
/// `runtime`.
///
/// Maven runs this file in phase `package` on the JDK that compiled the program. Nothing is done
/// when nothing has changed; otherwise only what has. The steps, in order: jars (their times kept),
/// native libraries unpacked, models, launchers, the run-time image (jlink), and last the
/// ahead-of-time cache, which is bound to the jars' times.
public final class AssembleImage {
    private static final String MAIN = "studio.backlot.app.Main";
    private static final String VERIFIER = "studio.backlot.app.VerifierMain";

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
        jars = classPath.stream().filter(AssembleImage::isJarWithClasses).toList();
    }

    /// JavaFX's jars that are there only to lead Maven to those of a platform hold nothing.
    private static boolean isJarWithClasses(Path path) {
        if (!path.toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream().anyMatch(entry -> entry.getName().endsWith(".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /// Arguments: project folder, image folder, version, time of the jar's entries, modules with
    /// native access, and the run-time class path, whose first element is the folder of compiled
    /// classes.
    public static void main(String[] args) throws Exception {
        new AssembleImage(args).assemble();
    }

    private void assemble() throws Exception {
        Path stamp = image.resolve("lib/image.stamp");
        Path runtime = image.resolve("runtime");
        StartUpCache commands = new StartUpCache(image.resolve("lib/backlot.aot"));
        StartUpCache window = new StartUpCache(image.resolve("lib/window.aot"));
        String inputs = inputs();
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        Files.createDirectories(image.resolve("bin"));
        Files.createDirectories(image.resolve("lib"));
        Files.deleteIfExists(stamp);
        commands.discard();
        window.discard();
        copyJars();
        unpackNatives();
        FileTrees.mirror(project.resolve("models"), image.resolve("models"));
        FileTrees.mirror(project.resolve("assets/sample"), image.resolve("assets/sample"));
        writeLaunchers();
        RuntimeImage.link(image.resolve("lib"), runtime);
        commands.trainOnPlate(command());
        window.trainOnWindow(command());
        Files.writeString(stamp, inputs);
    }

    /// What the image is made of, as one hash: contents of our own files, names, sizes and times of
    /// the others.
    private String inputs() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> own = new ArrayList<>(FileTrees.filesUnder(classes));
        own.addAll(FileTrees.filesUnder(project.resolve("installer")));
        for (Path file : own) {
            digest.update(file.toString().getBytes());
            digest.update(Files.readAllBytes(file));
        }
        List<Path> others = new ArrayList<>(jars);
        others.addAll(FileTrees.filesUnder(project.resolve("models")));
        others.addAll(FileTrees.filesUnder(project.resolve("assets/sample")));
        for (Path file : others) {
            digest.update(
                    (file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file))
                            .getBytes());
        }
        digest.update((image + version + nativeAccess + Runtime.version()).getBytes());
        return HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    private void copyJars() throws IOException {
        Set<String> wanted = new TreeSet<>(Set.of("backlot.jar"));
        for (Path jar : jars) {
            wanted.add(jar.getFileName().toString());
            FileTrees.copyIfChanged(jar, image.resolve("lib").resolve(jar.getFileName()));
        }
        try (Stream<Path> present = Files.list(image.resolve("lib"))) {
            for (Path file : present.filter(f -> f.toString().endsWith(".jar")).toList()) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        // not Maven's jar plug-in: it runs in Maven's own JVM, which may be too old to read our
        // module descriptor
        RuntimeImage.tool(
                "jar",
                "--create",
                "--date",
                timestamp,
                "--module-version",
                version,
                "--main-class",
                MAIN,
                "--file",
                image.resolve("lib/backlot.jar").toString(),
                "-C",
                classes.toString(),
                ".");
    }

    /// The libraries would unpack these into the temporary folder at each start: slow, and refused
    /// where it is noexec.
    private void unpackNatives() throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean isMac = os.contains("mac");
        boolean isWindows = os.contains("win");
        boolean isArm = System.getProperty("os.arch").equals("aarch64");
        String onnx = (isMac ? "osx" : isWindows ? "win" : "linux") + (isArm ? "-aarch64" : "-x64");
        String sqlite =
                (isMac ? "Mac" : isWindows ? "Windows" : "Linux")
                        + (isArm ? "/aarch64" : "/x86_64");
        Path folder = Files.createDirectories(image.resolve("lib/native"));
        unpack("onnxruntime-", "ai/onnxruntime/native/" + onnx + "/", folder);
        unpack("sqlite-jdbc-", "org/sqlite/native/" + sqlite + "/", folder);
        // where JavaFX looks before it unpacks them into the person's home
        unpack("javafx-graphics-", "", image.resolve(isWindows ? "bin" : "lib"));
    }

    private void unpack(String jarPrefix, String prefix, Path folder) throws IOException {
        // JavaFX comes as two jars of one name, of which the longer one has the libraries
        Path jar =
                jars.stream()
                        .filter(path -> path.getFileName().toString().startsWith(jarPrefix))
                        .max(Comparator.comparingInt(path -> path.toString().length()))
                        .orElseThrow(() ->
                                new IOException(
                                        "no " + jarPrefix + "*.jar among the run-time jars"));
        try (JarFile file = new JarFile(jar.toFile())) {
            List<java.util.jar.JarEntry> natives =
                    file.stream()
                            .filter(entry ->
                                    !entry.isDirectory() && entry.getName().startsWith(prefix))
                            .filter(entry -> entry.getName().indexOf('/', prefix.length()) < 0)
                            .filter(entry -> isLibrary(entry.getName()))
                            .toList();
            for (var entry : natives) {
                Path target = folder.resolve(entry.getName().substring(prefix.length()));
                if (!FileTrees.isSame(target, entry.getSize(), entry.getLastModifiedTime())) {
                    try (var in = file.getInputStream(entry)) {
                        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                    Files.setLastModifiedTime(target, entry.getLastModifiedTime());
                }
            }
        }
    }

    private static boolean isLibrary(String name) {
        return name.endsWith(".dll")
                || name.endsWith(".dylib")
                || name.endsWith(".jnilib")
                || name.endsWith(".so");
    }

    private void writeLaunchers() throws IOException {
        for (String suffix : List.of(".sh", ".cmd")) {
            String template = Files.readString(project.resolve("installer/launcher" + suffix));
            String ending = suffix.equals(".sh") ? "" : suffix;
            for (var launcher :
                    List.of(List.of("backlot", MAIN), List.of("backlot-verify", VERIFIER))) {
                Path file = image.resolve("bin").resolve(launcher.getFirst() + ending);
                String text =
                        template.replace("@MAIN_CLASS@", launcher.getLast())
                                .replace("@NATIVE_ACCESS@", nativeAccess);
                Files.writeString(file, suffix.equals(".cmd") ? text.replace("\n", "\r\n") : text);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /// How the launchers start the program, less the options of the cache.
    private List<String> command() {
        return List.of(
                image.resolve("runtime/bin/java").toString(),
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-Dbacklot.home=" + image,
                "-Donnxruntime.native.path=" + image.resolve("lib/native"),
                "-Dorg.sqlite.lib.path=" + image.resolve("lib/native"),
                "--enable-native-access=" + nativeAccess,
                "--module-path",
                image.resolve("lib").toString(),
                "--module",
                "studio.backlot/" + MAIN);
    }
}
