package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.ContentHash;
import studio.backlot.credential.CredentialReader;
import studio.backlot.credential.FileStatement;
import studio.backlot.provenance.LedgerEntry;

/// Asks of a file what it says about itself, and whether a production knows it.
public final class InspectFile {
    private static final int PAGE = 1_000;

    private InspectFile() {}

    /// A record that speaks of the file, and how it was recognised: `file` (the same bytes left the
    /// production), `asset` (the same bytes are kept in it) or `pixels` (the same picture in
    /// another file).
    public record Match(long index, String event, String by) {}

    /// What the file says. Nothing in it is believed.
    public static FileStatement read(byte[] file) {
        return CredentialReader.read(file);
    }

    /// The records of a production that speak of this file.
    public static List<Match> matches(OpenProduction production, FileStatement statement) {
        List<Match> matches = new ArrayList<>();
        EachEntry.of(production.ledger(), PAGE, entry -> match(entry, statement, matches));
        return matches;
    }

    private static void match(LedgerEntry entry, FileStatement statement, List<Match> matches) {
        String file = statement.file().hex();
        String event = entry.event().wireName();
        if (member(entry, "written", "file").equals(file)) {
            matches.add(new Match(entry.index(), event, "file"));
        } else if (member(entry, "output", "asset").equals(file)
                || member(entry, KeepReference.REFERENCE, "asset").equals(file)) {
            matches.add(new Match(entry.index(), event, "asset"));
        } else if (statement.pixels().isPresent() && isOf(entry, statement.pixels().get())) {
            matches.add(new Match(entry.index(), event, "pixels"));
        }
    }

    private static boolean isOf(LedgerEntry entry, ContentHash pixels) {
        return member(entry, "output", "pixels").equals(pixels.hex())
                || member(entry, KeepReference.REFERENCE, "pixels").equals(pixels.hex());
    }

    private static String member(LedgerEntry entry, String label, String name) {
        return entry.assertions().object(label).flatMap(object -> object.text(name)).orElse("");
    }
}
