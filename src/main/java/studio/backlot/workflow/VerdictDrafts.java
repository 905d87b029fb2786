package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.job.WorkspaceSettings;

/// The verdicts that a person has gathered and not signed, in the settings of the workspace: drafts
/// that no ledger records, that count for nothing, and that are shown to nobody else.
public final class VerdictDrafts {
    private static final String NAME = "verdicts.";

    private final WorkspaceSettings settings;
    private final String name;

    /// Those of the person of this id.
    public VerdictDrafts(OpenProduction production, UUID person) {
        this.settings = production.settings();
        this.name = NAME + person;
    }

    /// A verdict about an asset for a use, with its reason.
    public record Draft(ContentHash asset, UseLabel use, ReviewState decision, String reason) {
        private JsonObject toJson() {
            return new JsonBuilder()
                    .put("asset", asset.hex())
                    .put("use", use.wireName())
                    .put("decision", decision.wireName())
                    .put("reason", reason)
                    .build();
        }

        private static Optional<Draft> of(JsonValue value) {
            if (!(value instanceof JsonObject json)) {
                return Optional.empty();
            }
            Optional<ContentHash> asset =
                    json.text("asset").filter(ContentHash::isHex).map(ContentHash::new);
            Optional<UseLabel> use = json.text("use").flatMap(UseLabel::ofWireName);
            Optional<ReviewState> decision =
                    json.text("decision")
                            .flatMap(words ->
                                    Stream.of(ReviewState.values())
                                            .filter(state -> state.wireName().equals(words))
                                            .findFirst());
            return asset.flatMap(hash ->
                    use.flatMap(label ->
                            decision.map(state ->
                                    new Draft(
                                            hash, label, state, json.text("reason").orElse("")))));
        }
    }

    /// What was kept, in the order it was gathered; what cannot be read is left out.
    public List<Draft> read() {
        List<Draft> drafts = new ArrayList<>();
        settings.read(name)
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .ifPresent(
                        all -> all.elements().forEach(one -> Draft.of(one).ifPresent(drafts::add)));
        return drafts;
    }

    /// Keeps these in place of what was kept before.
    public void keep(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            settings.remove(name);
        } else {
            settings.write(
                    name,
                    new JsonArray(
                            drafts.stream()
                                    .map(Draft::toJson)
                                    .map(JsonValue.class::cast)
                                    .toList()));
        }
    }
}
