package studio.backlot.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

/// What a list shows of one ledger entry: everything but its assertions.
///
/// `status` is how an outcome's run ended; `use` the intended use that some assertion states;
/// `assets` the files it names, each once, in the order of their hashes.
public record EntrySummary(
        long index,
        EventType event,
        Optional<UUID> job,
        Instant time,
        Maker person,
        Optional<String> status,
        Optional<String> use,
        List<ContentHash> assets) {
    public EntrySummary {
        assets = List.copyOf(assets);
    }

    /// The summary of an entry.
    public static EntrySummary of(LedgerEntry entry) {
        List<ContentHash> assets = new ArrayList<>();
        collect(entry.assertions(), assets);
        return new EntrySummary(
                entry.index(),
                entry.event(),
                entry.job(),
                entry.time(),
                entry.person(),
                entry.assertions().object("run").flatMap(run -> run.text("status")),
                use(entry.assertions()),
                assets.stream().distinct().sorted().toList());
    }

    private static void collect(JsonValue value, List<ContentHash> assets) {
        if (value instanceof JsonObject object) {
            object.members()
                    .forEach((name, member) -> {
                        if (name.equals("asset")
                                && member instanceof JsonString hex
                                && ContentHash.isHex(hex.value())) {
                            assets.add(new ContentHash(hex.value()));
                        }
                        collect(member, assets);
                    });
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> collect(element, assets));
        }
    }

    private static Optional<String> use(JsonObject assertions) {
        return assertions.members().values().stream()
                .flatMap(label ->
                        label instanceof JsonObject object
                                ? object.text("use").stream()
                                : java.util.stream.Stream.of())
                .findFirst();
    }
}
