package studio.backlot.workflow;

import java.util.List;
import java.util.UUID;
import studio.backlot.base.ContentHash;

/// What a person hands over in a package.
public sealed interface PackageChoice {
    /// All that was ever handed in here, and the verdicts that concern the recipients.
    record Everything() implements PackageChoice {}

    /// What one Submit handed in.
    record Submission(UUID id) implements PackageChoice {}

    /// These files, each of which must have been handed in.
    record Assets(List<ContentHash> assets) implements PackageChoice {
        public Assets {
            assets = List.copyOf(assets);
        }
    }

    /// The verdicts on what the recipients handed in, and no files.
    record Verdicts() implements PackageChoice {}
}
