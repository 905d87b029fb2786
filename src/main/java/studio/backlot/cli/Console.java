package studio.backlot.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonValue;
import studio.backlot.base.Progress;

/// Where a command prints: results to standard output, messages and progress to standard error.
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isTerminal;

    /// `isTerminal`: whether a person watches, so that a progress line may be redrawn in place.
    public Console(PrintWriter out, PrintWriter err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /// The console of this process.
    public static Console of(PrintWriter out, PrintWriter err) {
        boolean isWatched =
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
        return new Console(out, err, isWatched);
    }

    /// One line of a result, its control characters made visible.
    public void result(String line) {
        print(visible(line));
    }

    /// The one JSON document of a result.
    public void result(JsonValue document) {
        print(CanonicalJson.text(document));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    /// A message, its control characters made visible line by line.
    public void message(String words) {
        err.println(
                "backlot: "
                        + words.lines().map(Console::visible).collect(Collectors.joining("\n")));
        err.flush();
    }

    /// The text with control characters and changes of reading direction as escapes: a name or a
    /// prompt from elsewhere must not move the cursor, fake a line, or turn words around on
    /// somebody's terminal.
    private static String visible(String line) {
        if (line.codePoints().noneMatch(Console::isUnseen)) {
            return line;
        }
        var visible = new StringBuilder();
        line.chars()
                .forEach(c -> {
                    if (isUnseen(c)) {
                        visible.append(
                                c == '\n' ? "\\n" : String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        visible.append((char) c);
                    }
                });
        return visible.toString();
    }

    private static boolean isUnseen(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /// A fault of the program itself: a code to quote, and the trace for whoever mends it.
    public void unexpected(String code, Exception failure) {
        message("this should not have happened; please report " + code + " (" + failure + ")");
        failure.printStackTrace(err);
        err.flush();
    }

    /// A progress line that redraws itself; silent where nobody watches.
    public Progress progress() {
        if (!isTerminal) {
            return Progress.NONE;
        }
        return (stage, done, total) -> {
            err.print(
                    "\r"
                            + stage
                            + " "
                            + done
                            + "/"
                            + total
                            + "\u001b[K"
                            + (done >= total ? "\r\u001b[K" : ""));
            err.flush();
        };
    }
}
