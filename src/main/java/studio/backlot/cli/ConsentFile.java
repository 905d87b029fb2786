package studio.backlot.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A consent as a text file: a line `key: value` for each option of `consent add`, by the option's
/// name without its dashes.
///
/// The words of a command can be read by the other accounts of a machine while it runs, and stay in
/// the shell's history; a file has rights.
final class ConsentFile {
    private static final Set<String> YES_OR_NO =
            Set.of("none", "signed-separately", "minor", "deceased");

    private ConsentFile() {}

    /// What the file says; [WrongUse] names the line that cannot be read. Empty lines and lines
    /// that begin with `#` say nothing.
    static ConsentOptions read(Path file) {
        List<String> words = new ArrayList<>();
        int number = 0;
        for (String line :
                new String(UserFiles.read(file), StandardCharsets.UTF_8).lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                int place = number;
                words.add(
                        word(line.strip())
                                .orElseThrow(() ->
                                        new WrongUse(
                                                "line "
                                                        + place
                                                        + " of "
                                                        + file
                                                        + " is not as \"subject: Jane Doe\" or \"minor: yes\"")));
            }
        }
        words.removeIf(String::isEmpty);
        var options = new ConsentOptions();
        try {
            new CommandLine(options)
                    .setExpandAtFiles(false)
                    .parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new WrongUse("the file " + file + ": " + e.getMessage());
        }
        return options;
    }

    /// The line as an option, empty where it says no.
    private static Optional<String> word(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        String key = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!YES_OR_NO.contains(key)) {
            return Optional.of("--" + key + "=" + value);
        }
        return switch (value) {
            case "yes" -> Optional.of("--" + key);
            case "no" -> Optional.of("");
            default -> Optional.empty();
        };
    }
}
