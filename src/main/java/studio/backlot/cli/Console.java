package studio.backlot.cli;

import java.io.PrintWriter;
import java.util.Optional;
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
        boolean isWatched = Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
        return new Console(out, err, isWatched);
    }

    /// One line of a result.
    public void result(String line) {
        out.println(line);
        out.flush();
    }

    /// The one JSON document of a result.
    public void result(JsonValue document) {
        result(CanonicalJson.text(document));
    }

    /// One line of a message.
    public void message(String line) {
        err.println("backlot: " + line);
        err.flush();
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
            err.print("\r" + stage + " " + done + "/" + total + "\u001b[K" + (done >= total ? "\r\u001b[K" : ""));
            err.flush();
        };
    }
}
