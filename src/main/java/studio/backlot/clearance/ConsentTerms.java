package studio.backlot.clearance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.provenance.MalformedEntry;

/// What of a consent stands in the ledger for good: what it is about, the dates that rules need,
/// and the hash of the signed document. It names nobody.
///
/// `noticeAt`: when the person had notice of the scan of `scanAt`. `expiresAt`: from when on it no
/// longer holds.
public record ConsentTerms(
        ConsentSubject about,
        Optional<ReplicaType> replicaType,
        Optional<Instant> noticeAt,
        Optional<Instant> scanAt,
        Optional<Instant> expiresAt,
        Optional<ContentHash> evidence) {
    public ConsentTerms {
        if (about == ConsentSubject.LIKENESS && replicaType.isEmpty()) {
            throw new IllegalArgumentException(
                    "a consent to a likeness says what is made of the person: EBDR, ICDR, BADR or synthetic");
        }
    }

    /// Adds these terms to the label of a `consent` entry.
    void write(JsonBuilder label) {
        label.put("about", about.wireName())
                .put("replicaType", replicaType.map(ReplicaType::wireName))
                .put("noticeAt", noticeAt.map(Instant::toString))
                .put("scanAt", scanAt.map(Instant::toString))
                .put("expiresAt", expiresAt.map(Instant::toString))
                .put("evidence", evidence.map(ContentHash::hex));
    }

    /// Reads what [#write] wrote; throws [MalformedEntry] saying what is wrong.
    static ConsentTerms parse(JsonObject label) {
        try {
            return new ConsentTerms(
                    ConsentSubject.ofWireName(label.text("about").orElse(""))
                            .orElseThrow(
                                    () -> new MalformedEntry("it does not say what it is about")),
                    label.text("replicaType")
                            .map(name ->
                                    ReplicaType.ofWireName(name)
                                            .orElseThrow(() ->
                                                    new MalformedEntry(
                                                            "\""
                                                                    + name
                                                                    + "\" is no replica type"))),
                    label.text("noticeAt").map(Instant::parse),
                    label.text("scanAt").map(Instant::parse),
                    label.text("expiresAt").map(Instant::parse),
                    label.text("evidence").map(ContentHash::new));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedEntry("its consent is malformed: " + e.getMessage());
        }
    }
}
