package studio.backlot.workflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.job.WorkspaceSettings;

/// The stars and the hidden takes of this machine, in the settings of the workspace: a convenience
/// that no ledger records.
///
/// Assets whose hashes begin with the same two digits share one setting, so that a mark rewrites
/// little and all are read with few questions.
final class TakeMarks {
    private static final String NAME = "takes.";
    private static final String STARRED = "starred";
    private static final String HIDDEN = "hidden";
    private static final int PREFIXES = 256;

    private final WorkspaceSettings settings;

    TakeMarks(WorkspaceSettings settings) {
        this.settings = settings;
    }

    AssetCard.Marks of(ContentHash asset) {
        return kept(name(asset))
                .get(asset.hex())
                .filter(JsonString.class::isInstance)
                .map(words -> marks(((JsonString) words).value()))
                .orElse(AssetCard.Marks.NONE);
    }

    private static String name(ContentHash asset) {
        return NAME + asset.hex().substring(0, 2);
    }

    private JsonObject kept(String name) {
        return settings.read(name)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(JsonObject.EMPTY);
    }

    private static AssetCard.Marks marks(String words) {
        return new AssetCard.Marks(words.contains(STARRED), words.contains(HIDDEN));
    }

    /// Sets the marks of an asset in place of those it had.
    void set(ContentHash asset, AssetCard.Marks marks) {
        var changed = new JsonBuilder();
        kept(name(asset))
                .members()
                .forEach((hex, words) -> {
                    if (!hex.equals(asset.hex())) {
                        changed.put(hex, words);
                    }
                });
        changed.put(asset.hex(), words(marks));
        JsonObject all = changed.build();
        if (all.members().isEmpty()) {
            settings.remove(name(asset));
        } else {
            settings.write(name(asset), all);
        }
    }

    private static Optional<String> words(AssetCard.Marks marks) {
        if (!marks.isStarred() && !marks.isHidden()) {
            return Optional.empty();
        }
        return Optional.of(
                (marks.isStarred() ? STARRED : "") + " " + (marks.isHidden() ? HIDDEN : ""));
    }

    /// All marks that were ever set.
    Map<ContentHash, AssetCard.Marks> all() {
        Map<ContentHash, AssetCard.Marks> all = new HashMap<>();
        for (int prefix = 0; prefix < PREFIXES; prefix++) {
            kept("%s%02x".formatted(NAME, prefix))
                    .members()
                    .forEach((hex, words) -> {
                        if (ContentHash.isHex(hex) && words instanceof JsonString text) {
                            all.put(new ContentHash(hex), marks(text.value()));
                        }
                    });
        }
        return all;
    }
}
