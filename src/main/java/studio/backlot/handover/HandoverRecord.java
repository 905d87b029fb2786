package studio.backlot.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadReference;

/// What a `handover` entry says: which package went to whom, up to which size of this ledger, and
/// which texts it carried away.
///
/// `file` is the name it was given, an erasable text. `openings` are payload ids of this
/// production: who erases one of them learns from here which packages still hold it.
public record HandoverRecord(
        UUID id,
        ContentHash manifest,
        long size,
        List<String> recipients,
        long entries,
        List<ContentHash> files,
        List<Long> openings,
        PayloadReference file) {
    private static final String LABEL = "handover";

    public HandoverRecord {
        recipients = List.copyOf(recipients);
        files = List.copyOf(files);
        openings = List.copyOf(openings);
    }

    /// The entry's assertions.
    public JsonObject toJson() {
        return new JsonBuilder()
                .put(
                        LABEL,
                        new JsonBuilder()
                                .put("package", id.toString())
                                .put("manifest", manifest.hex())
                                .put("size", size)
                                .put(
                                        "recipients",
                                        recipients.stream().map(JsonString::new).toList())
                                .put("entries", entries)
                                .put(
                                        "files",
                                        files.stream()
                                                .map(file ->
                                                        new JsonBuilder()
                                                                .put("asset", file.hex())
                                                                .build())
                                                .toList())
                                .put("openings", openings.stream().map(JsonNumber::of).toList())
                                .put("name", file.toJson())
                                .build())
                .build();
    }

    /// Reads a `handover` entry; empty for any other event, and for one that cannot be read.
    public static Optional<HandoverRecord> of(LedgerEntry entry) {
        if (entry.event() != EventType.HANDOVER) {
            return Optional.empty();
        }
        try {
            return entry.assertions().object(LABEL).map(HandoverRecord::read);
        } catch (MalformedJson | MalformedEntry | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HandoverRecord read(JsonObject label) {
        List<String> recipients = new ArrayList<>();
        for (JsonValue name : label.array("recipients").orElse(List.of())) {
            recipients.add(name instanceof JsonString text ? text.value() : "");
        }
        List<Long> openings = new ArrayList<>();
        for (JsonValue id : label.array("openings").orElse(List.of())) {
            openings.add(id instanceof JsonNumber number ? number.asLong() : 0L);
        }
        return new HandoverRecord(
                UUID.fromString(label.text("package").orElse("")),
                new ContentHash(label.text("manifest").orElse("")),
                whole(label, "size"),
                recipients,
                whole(label, "entries"),
                files(label),
                openings,
                PayloadReference.parse(label.object("name").orElse(JsonObject.EMPTY)));
    }

    private static List<ContentHash> files(JsonObject label) {
        return label.array("files").orElse(List.of()).stream()
                .flatMap(JsonValue::objects)
                .map(file -> new ContentHash(file.text("asset").orElse("")))
                .toList();
    }

    private static long whole(JsonObject json, String name) {
        return json.number(name).map(JsonNumber::asLong).orElse(0L);
    }
}
