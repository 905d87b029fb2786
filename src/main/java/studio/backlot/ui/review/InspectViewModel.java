package studio.backlot.ui.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.backlot.credential.FileStatement;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.InspectFile;

/// Asks what a file is: what it says about itself, and whether the open show knows it. For the
/// window's thread.
final class InspectViewModel {
    private static final long LARGEST = 512L << 20;

    private final ShellViewModel shell;
    private final Words words;

    /// What was found: the file's name, whether a record speaks of it, in words, and what it says
    /// about itself, each a line.
    record Found(String name, List<String> records, List<String> says, String hash) {
        Found {
            records = List.copyOf(records);
            says = List.copyOf(says);
        }
    }

    InspectViewModel(ShellViewModel shell, Words words) {
        this.shell = shell;
        this.words = words;
    }

    /// Looks at a file and hands over what was found.
    void look(Path file, Consumer<Found> found) {
        shell.io()
                .ask(
                        () -> InspectFile.read(bytes(file)),
                        statement -> match(file, statement, found),
                        failure ->
                                shell.say(
                                        Message.failure(
                                                words.get(
                                                        "inspect.failed",
                                                        String.valueOf(file.getFileName()),
                                                        String.valueOf(failure.getMessage())))));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + " is too large");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private void match(Path file, FileStatement statement, Consumer<Found> found) {
        Optional<OpenShow> show = shell.show().get();
        if (show.isEmpty()) {
            found.accept(found(file, statement, List.of()));
            return;
        }
        show.get()
                .ask(
                        production -> InspectFile.matches(production, statement),
                        matches -> found.accept(found(file, statement, matches)));
    }

    private Found found(Path file, FileStatement statement, List<InspectFile.Match> matches) {
        List<String> records = new ArrayList<>();
        matches.forEach(match ->
                records.add(words.get("inspect.match." + match.by(), words.number(match.index()))));
        if (records.isEmpty()) {
            records.add(words.get("inspect.unknown"));
        }
        return new Found(
                String.valueOf(file.getFileName()),
                records,
                says(statement),
                statement.file().hex());
    }

    private List<String> says(FileStatement statement) {
        List<String> says = new ArrayList<>();
        if (statement.isSilent()) {
            says.add(words.get("inspect.silent"));
        }
        statement
                .xmp()
                .flatMap(xmp -> xmp.digitalSourceType())
                .ifPresent(type -> says.add(words.get("inspect.type", String.valueOf(type))));
        statement
                .pointer()
                .ifPresent(pointer ->
                        says.add(words.get("inspect.pointer", words.number(pointer.index()))));
        statement
                .parameters()
                .ifPresent(parameters ->
                        says.add(words.get("inspect.parameters", parameters.format())));
        says.add(
                words.get(
                        statement.hasContentCredentials()
                                ? "inspect.credentials"
                                : "inspect.noCredentials"));
        statement
                .foreignRecords()
                .forEach(record -> says.add(words.get("inspect.foreign", record.program())));
        says.addAll(statement.oddities());
        return says;
    }
}
