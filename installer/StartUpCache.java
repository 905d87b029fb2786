import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The JVM's ahead-of-time cache (JEP 483, 514, 515): classes as loaded and linked, and profiles of
/// hot methods.
///
/// It fits only the jars it was made with, at their place and time; the JVM goes without where it
/// does not fit.
record StartUpCache(Path file) {
    private static final int TRAINING_SECONDS = 120;

    void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Runs the program once, watched by the JVM, and keeps what it loaded and compiled for faster
    /// starts: one small plate in a folder of its own.
    ///
    /// A program that cannot do that is trained on `--version`.
    void trainOnPlate(List<String> program) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("backlot-training");
        String plate = place.resolve("plate.png").toString();
        List<String> generate =
                List.of(
                        "generate",
                        "--prompt",
                        "a lighthouse at dusk",
                        "--steps",
                        "2",
                        "--seed",
                        "1",
                        "--out",
                        plate);
        try {
            if (!isTrained(place, program, generate)
                    && !isTrained(place, program, List.of("--version"))) {
                System.err.println(
                        "No start-up cache was made: neither a plate nor --version ended well."
                                + " Starts are slower; run the launcher to see why.");
            }
        } finally {
            FileTrees.delete(place);
        }
    }

    /// Opens the window once without a display, until its first pulse.
    void trainOnWindow(List<String> program) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("backlot-training");
        List<String> headless = new ArrayList<>(program);
        headless.addAll(
                1,
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + place));
        try {
            if (!isTrained(place, headless, List.of("--measure-start"))) {
                System.err.println(
                        "No start-up cache was made for the window: it opens more slowly.");
            }
        } finally {
            FileTrees.delete(place);
        }
    }

    private boolean isTrained(Path place, List<String> program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.add(1, "-XX:AOTCacheOutput=" + file);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("BACKLOT_APP_FOLDER", place.resolve("app").toString());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue() == 0 && Files.exists(file);
    }
}
