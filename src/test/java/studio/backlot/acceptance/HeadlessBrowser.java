package studio.backlot.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Chromium without a window that opens a page of the disk and says what the page then holds.
public record HeadlessBrowser(Path program) {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// The browser that `BACKLOT_BROWSER` names, or one on the path; says so in words where there
    /// is none.
    public static Optional<HeadlessBrowser> find() {
        Stream<Path> named =
                Optional.ofNullable(System.getenv("BACKLOT_BROWSER")).map(Path::of).stream();
        Stream<Path> installed =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Optional<HeadlessBrowser> found =
                Stream.concat(named, installed)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .map(HeadlessBrowser::new);
        if (found.isEmpty()) {
            System.out.println(
                    "not proven here: no Chromium was found; install one, or name it in BACKLOT_BROWSER");
        }
        return found;
    }

    /// The page's document after its scripts have run, as HTML. `scratch`: an empty folder for the
    /// browser.
    public String open(Path page, Path scratch) throws IOException, InterruptedException {
        Path dom = Files.createTempFile(scratch, "dom", ".html");
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--virtual-time-budget=60000",
                                "--user-data-dir=" + scratch.resolve("profile"),
                                "--dump-dom",
                                page.toUri().toString())
                        .redirectOutput(dom.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(program + " did not finish with " + page);
        }
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    /// What [#open] gave for an attribute of the document's body.
    public static String bodyAttribute(String dom, String name) {
        var found = Pattern.compile("<body[^>]* " + name + "=\"([^\"]*)\"").matcher(dom);
        return found.find() ? found.group(1) : "";
    }
}
