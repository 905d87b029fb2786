package studio.backlot.credential;

import java.util.Optional;

/// The words of a person that go into an exported file, where policy and person allow it; otherwise
/// none.
public record ExportText(Optional<String> prompt, Optional<String> negativePrompt) {
    /// No words: the file names its recipe but not what was asked for.
    public static final ExportText NONE = new ExportText(Optional.empty(), Optional.empty());

    /// Whether the file will contain what a person typed.
    public boolean isPresent() {
        return prompt.isPresent() || negativePrompt.isPresent();
    }
}
