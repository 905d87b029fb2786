package studio.backlot.clearance;

import java.util.List;
import java.util.stream.Stream;
import studio.backlot.base.IndentedJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonArray;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;

/// Writes a policy in full, so that a person sees every rule there is and can change it.
public final class PolicyWriter {
    private PolicyWriter() {}

    /// The bytes of the file.
    public static byte[] bytes(Policy policy) {
        return IndentedJson.bytes(json(policy));
    }

    /// The policy as one JSON object.
    public static JsonObject json(Policy policy) {
        return new JsonBuilder()
                .put("schema", PolicyReader.SCHEMA)
                .put("preset", policy.preset().wireName())
                .put("version", policy.version())
                .put("models", new JsonBuilder().put("licences", licences(policy)).build())
                .put(
                        "remote",
                        new JsonBuilder()
                                .put(
                                        "services",
                                        policy.services().stream()
                                                .map(PolicyWriter::service)
                                                .toList())
                                .build())
                .put("consents", consents(policy.consents()))
                .put("faces", policy.faces().wireName())
                .put("approval", approval(policy.approval()))
                .put("useCases", useCases(policy.useCases()))
                .put(
                        "files",
                        new JsonBuilder()
                                .put("prompt", policy.files().isPromptAllowed())
                                .put("tempMark", policy.files().isMarkRequired())
                                .build())
                .put("protectedTitles", texts(policy.protectedTitles().stream()))
                .build();
    }

    private static JsonValue licences(Policy policy) {
        return policy.licences()
                .<JsonValue>map(licences -> new JsonArray(texts(licences.stream().sorted())))
                .orElse(new JsonString("any"));
    }

    private static JsonObject service(RemoteService service) {
        return new JsonBuilder()
                .put("host", service.host())
                .put("terms", service.terms())
                .put("retention", service.retention())
                .put("training", service.isTraining())
                .put("region", service.region())
                .put("checkedAt", service.checkedAt().toString())
                .build();
    }

    private static JsonObject consents(ConsentRules rules) {
        return new JsonBuilder()
                .put("likeness", rules.likeness().wireName())
                .put("listedName", rules.listedName().wireName())
                .put("protectedTitle", rules.protectedTitle().wireName())
                .put("livingArtist", rules.livingArtist().wireName())
                .put("thirdPartyArt", rules.thirdPartyArt().wireName())
                .put("noticeHours", rules.noticeHours())
                .put(
                        "required",
                        texts(
                                rules.requirements().stream()
                                        .sorted()
                                        .map(ConsentRules.Requirement::wireName)))
                .build();
    }

    private static JsonObject approval(ApprovalRules rules) {
        return new JsonBuilder()
                .put("roles", texts(rules.roles().stream().sorted().map(role -> role.wireName())))
                .put("ownWork", rules.isMakerAllowed())
                .put("overrideBySecondPerson", rules.isSecondPersonNeededToOverride())
                .build();
    }

    private static JsonObject useCases(UseCaseRules rules) {
        return new JsonBuilder()
                .put(
                        "requiredFor",
                        texts(rules.requiredFor().stream().sorted().map(UseLabel::wireName)))
                .put("escalate", texts(rules.escalated().stream().sorted().map(Area::wireName)))
                .build();
    }

    private static List<JsonValue> texts(Stream<String> values) {
        return values.<JsonValue>map(JsonString::new).toList();
    }
}
