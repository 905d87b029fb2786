package studio.backlot.clearance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;

/// Which policy files a production has worked by, as entry 0 and its `policy` entries say.
///
/// Policies of other machines' ledgers do not count here. Not for several threads.
public final class PolicyHistory {
    /// The label that adopts a policy.
    public static final String LABEL = "policy";

    private final List<Adopted> adopted = new ArrayList<>();

    /// One policy file from the entry of that index on: `file` is the hash of its bytes, `isFound`
    /// says that somebody had changed it outside the program.
    public record Adopted(
            long index,
            PolicyPreset preset,
            long version,
            ContentHash file,
            boolean isFound,
            String by,
            Instant at) {}

    /// What an entry says of a policy that is adopted with it; the file itself is kept as an asset.
    public static JsonObject label(Policy policy, ContentHash file, boolean isFound) {
        return new JsonBuilder()
                .put("preset", policy.preset().wireName())
                .put("version", policy.version())
                .put("file", file.hex())
                .put("adopted", isFound ? "found" : "set")
                .put(
                        "kept",
                        new JsonBuilder()
                                .put("asset", file.hex())
                                .put("mediaType", "application/json")
                                .build())
                .build();
    }

    /// Takes the next entry; ignores what adopts no policy. Answers why it does not count, or
    /// nothing when it does.
    public Optional<String> accept(KnownEntry known) {
        LedgerEntry entry = known.entry();
        boolean isOurs =
                known.source() instanceof Source.Local
                        && (entry.event() == EventType.POLICY
                                || entry.event() == EventType.PRODUCTION);
        return isOurs
                ? entry.assertions().object(LABEL).flatMap(label -> adopt(entry, label))
                : Optional.empty();
    }

    private Optional<String> adopt(LedgerEntry entry, JsonObject label) {
        try {
            adopted.add(
                    new Adopted(
                            entry.index(),
                            PolicyPreset.ofWireName(label.text("preset").orElse(""))
                                    .orElseThrow(() ->
                                            new MalformedJson(
                                                    "it names no preset of this version")),
                            label.number("version").map(JsonNumber::asLong).orElse(0L),
                            new ContentHash(label.text("file").orElse("")),
                            label.text("adopted").equals(Optional.of("found")),
                            entry.person().name(),
                            entry.time()));
            return Optional.empty();
        } catch (IllegalArgumentException | MalformedJson e) {
            return Optional.of("its policy is malformed: " + e.getMessage());
        }
    }

    /// The policy file that was adopted last; none in a production that was made before there were
    /// such files.
    public Optional<Adopted> latest() {
        return adopted.isEmpty() ? Optional.empty() : Optional.of(adopted.getLast());
    }

    /// All of them, the first one first.
    public List<Adopted> all() {
        return List.copyOf(adopted);
    }
}
