package studio.backlot.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import studio.backlot.identity.Person;

/// What a `.backlot` package says it is: who hands what over to whom, out of which ledger.
///
/// It holds entries, and so no person's text: those that were chosen to be shown lie beside it in
/// the package, as `openings` names, and are not kept with it. `heldBack` counts the sender's
/// plates that were never handed in. Its bytes ([ManifestForm]) are what the sender signs.
public record PackageManifest(
        UUID id,
        Instant madeAt,
        Person sender,
        List<String> recipients,
        LogExtract log,
        List<PackedFile> files,
        PackedFile openings,
        long heldBack) {
    /// The `schema` member of a manifest of version 1.
    public static final String SCHEMA = "backlot.package/1";

    /// The manifest's name in the zip.
    public static final String MANIFEST = "package.json";

    /// The name of the sender's signature in the zip.
    public static final String SIGNATURE = "package.sig";

    /// The name of the shown texts in the zip.
    public static final String OPENINGS = "openings.json";

    /// What the name of each asset in the zip begins with.
    public static final String ASSETS = "assets/";

    /// The largest manifest, and the largest file of shown texts, that is read.
    public static final int LARGEST_TEXT = 64 << 20;

    /// The largest single file that a package carries.
    public static final int LARGEST_FILE = Integer.MAX_VALUE - 8;

    /// Assets that one package carries at most.
    public static final int MOST_FILES = 100_000;

    /// Records of the sender's ledger that one package shows at most.
    public static final int MOST_ENTRIES = 50_000;

    /// Texts that one package shows at most.
    public static final int MOST_OPENINGS = 10_000;

    /// Earlier checkpoints that a package proves to continue, at most: the latest ones.
    public static final int MOST_CONTINUATIONS = 1_000;

    /// Recipients that one package names at most.
    public static final int MOST_RECIPIENTS = 100;

    public PackageManifest {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
        if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "a package carries at most " + MOST_FILES + " files, not " + files.size());
        }
        if (log.entries().size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "a package shows at most "
                            + MOST_ENTRIES
                            + " records, not "
                            + log.entries().size());
        }
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw new IllegalArgumentException(
                    "a package is for 1 to " + MOST_RECIPIENTS + " persons");
        }
        recipients.forEach(PackageManifest::requireName);
        if (heldBack < 0) {
            throw new IllegalArgumentException("nobody holds back " + heldBack + " plates");
        }
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > Person.LONGEST_NAME) {
            throw new IllegalArgumentException("\"" + name + "\" is no person's name");
        }
    }
}
