package studio.backlot.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Signatory;

/// A show of eight episodes with a thousand slots, and submissions of work for them.
final class SampleShow {
    private static final int EPISODES = 8;
    private static final int SEQUENCES = 5;
    private static final int SHOTS = 25;

    private final Signatory by;
    private final String to;
    private final List<UUID> slots = new ArrayList<>();
    private int next;

    /// Everything is handed in to `to`.
    SampleShow(Signatory by, String to) {
        this.by = by;
        this.to = to;
    }

    /// The entry that makes the show.
    EntryDraft tree() {
        List<JsonObject> nodes = new ArrayList<>();
        for (int episode = 1; episode <= EPISODES; episode++) {
            UUID ofEpisode = add(nodes, "episode", String.valueOf(100 + episode), Optional.empty());
            for (int sequence = 1; sequence <= SEQUENCES; sequence++) {
                UUID ofSequence =
                        add(
                                nodes,
                                "sequence",
                                "%03d".formatted(sequence * 10),
                                Optional.of(ofEpisode));
                for (int shot = 1; shot <= SHOTS; shot++) {
                    UUID ofShot =
                            add(
                                    nodes,
                                    "shot",
                                    "%04d".formatted(shot * 10),
                                    Optional.of(ofSequence));
                    slots.add(add(nodes, "slot", "bg", Optional.of(ofShot)));
                }
            }
        }
        var label = new JsonBuilder().put("nodes", nodes).build();
        return draft(EventType.SHOW_TREE, "showTree", label);
    }

    private static UUID add(
            List<JsonObject> nodes, String kind, String name, Optional<UUID> parent) {
        UUID id = UUID.randomUUID();
        nodes.add(
                new JsonBuilder()
                        .put("id", id.toString())
                        .put("kind", kind)
                        .put("name", name)
                        .put("parent", parent.map(UUID::toString))
                        .build());
        return id;
    }

    /// The entry that hands these in, each for the next slot.
    EntryDraft submit(List<ContentHash> assets, long outcome) {
        List<JsonObject> items = new ArrayList<>();
        for (ContentHash asset : assets) {
            items.add(
                    new JsonBuilder()
                            .put("asset", asset.hex())
                            .put("outcome", outcome)
                            .put("version", 1 + next / slots.size())
                            .put("slot", slots.get(next++ % slots.size()).toString())
                            .build());
        }
        var label =
                new JsonBuilder()
                        .put("id", UUID.randomUUID().toString())
                        .put("use", "temp")
                        .put("to", List.of(new JsonString(to)))
                        .put("assets", items)
                        .build();
        return draft(EventType.SUBMIT, "submit", label);
    }

    private EntryDraft draft(EventType event, String name, JsonObject label) {
        return new EntryDraft(
                event, by, Optional.empty(), new JsonBuilder().put(name, label).build());
    }
}
