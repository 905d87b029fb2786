import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// The part of the JDK that the program needs, linked into a folder of its own.
final class RuntimeImage {
    private RuntimeImage() {}

    /// Links the JDK's modules that the program resolves to, unless the present image holds just
    /// these already.
    static void link(Path modulePath, Path runtime) throws IOException {
        String modules = String.join(",", systemModules(modulePath));
        Path linked = runtime.resolve("linked");
        String wanted = Runtime.version() + " " + modules + "\n";
        if (Files.exists(linked) && Files.readString(linked).equals(wanted)) {
            return;
        }
        FileTrees.delete(runtime);
        tool(
                "jlink",
                "--add-modules",
                modules,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--output",
                runtime.toString());
        Files.deleteIfExists(
                runtime.resolve("lib/server/classes_nocoops.jsa")); // for heaps of 32 GB and more
        Files.writeString(linked, wanted);
    }

    /// What the descriptors of our jars require, and what the classes of those without a descriptor
    /// use.
    private static Set<String> systemModules(Path modulePath) throws IOException {
        ModuleFinder program = ModuleFinder.of(modulePath);
        Set<String> ours = new TreeSet<>();
        Set<String> roots = new TreeSet<>(Set.of("java.base"));
        for (ModuleReference module : program.findAll()) {
            ours.add(module.descriptor().name());
            if (module.descriptor().isAutomatic()) {
                Path jar = Path.of(module.location().orElseThrow());
                roots.addAll(
                        List.of(
                                tool(
                                                "jdeps",
                                                "--multi-release",
                                                String.valueOf(Runtime.version().feature()),
                                                "--ignore-missing-deps",
                                                "--print-module-deps",
                                                jar.toString())
                                        .strip()
                                        .split(",")));
            }
        }
        roots.addAll(ours);
        return Configuration.empty()
                .resolve(program, ModuleFinder.ofSystem(), roots)
                .modules()
                .stream()
                .map(ResolvedModule::name)
                .filter(name -> !ours.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Runs one of the JDK's tools in this JVM and returns what it printed; fails with that when
    /// the tool fails.
    static String tool(String name, String... arguments) throws IOException {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IOException("this JDK has no " + name));
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
            throw new IOException(
                    name + " ended with " + code + ": " + said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
