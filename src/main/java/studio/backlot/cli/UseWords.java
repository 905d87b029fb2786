package studio.backlot.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.backlot.clearance.UseLabel;

/// Reads the use that a person names on the command line.
final class UseWords {
    private UseWords() {}

    /// The use of that name; [WrongUse] with those there are for any other.
    static UseLabel use(String name) {
        return UseLabel.ofWireName(name)
                .orElseThrow(() ->
                        new WrongUse(
                                "there is no use \"" + name + "\"; choose idea, temp or final"));
    }

    /// The use of that name, where one was given.
    static Optional<UseLabel> optional(@Nullable String name) {
        return Optional.ofNullable(name).map(UseWords::use);
    }
}
