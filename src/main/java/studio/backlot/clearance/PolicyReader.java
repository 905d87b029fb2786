package studio.backlot.clearance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.clearance.ConsentRules.Requirement;
import studio.backlot.identity.Role;

/// Reads `policy.json`, whose form `docs/policy-schema-v1.json` publishes.
///
/// What the file leaves out is as in the preset that it names. What it has too much, misspelt or of
/// the wrong kind is a finding, and with one finding nothing of it is used.
public final class PolicyReader {
    /// The file's member `schema`.
    public static final String SCHEMA = "backlot.policy/1";

    /// Longest file that is looked at, in bytes.
    public static final int LONGEST_FILE = 1 << 20;

    private final List<PolicyFinding> findings = new ArrayList<>();

    private PolicyReader() {}

    /// Reads the bytes of a file.
    public static PolicyReading read(byte[] utf8) {
        if (utf8.length > LONGEST_FILE) {
            return unusable("it has " + utf8.length + " bytes, more than any policy needs");
        }
        JsonValue json;
        try {
            json = JsonReader.parse(utf8);
        } catch (MalformedJson e) {
            return unusable("it is not JSON: " + e.getMessage());
        }
        if (!(json instanceof JsonObject object)) {
            return unusable("a policy is one JSON object { … }");
        }
        var reader = new PolicyReader();
        Policy policy = reader.policy(object);
        return reader.findings.isEmpty()
                ? new PolicyReading.Read(policy)
                : new PolicyReading.Unusable(reader.findings);
    }

    private static PolicyReading unusable(String explanation) {
        return new PolicyReading.Unusable(List.of(new PolicyFinding("", explanation)));
    }

    private Policy policy(JsonObject json) {
        var root = new PolicyMembers(json, "", findings);
        if (!root.isWord("schema", SCHEMA)) {
            root.complain("schema", "must be \"" + SCHEMA + "\"");
        }
        Policy preset = preset(root, json).policy();
        // editors find the published schema by this member
        json.get("$schema").ifPresent(any -> root.text("$schema"));
        var policy =
                new Policy(
                        preset.preset(),
                        root.whole("version", 1, Integer.MAX_VALUE, preset.version()),
                        licences(root.section("models"), preset.licences()),
                        services(root.section("remote")),
                        consents(root.section("consents"), preset.consents()),
                        root.choice(
                                "faces", FaceCheck.values(), FaceCheck::wireName, preset.faces()),
                        approval(root.section("approval"), preset.approval()),
                        useCases(root.section("useCases"), preset.useCases()),
                        files(root.section("files"), preset.files()),
                        root.texts("protectedTitles", preset.protectedTitles()));
        root.finish();
        return policy;
    }

    private static PolicyPreset preset(PolicyMembers root, JsonObject json) {
        if (json.get("preset").isEmpty()) {
            root.complain("preset", "is missing: name the preset that the rest is read on top of");
        }
        return root.choice(
                "preset", PolicyPreset.values(), PolicyPreset::wireName, PolicyPreset.BROADCASTER);
    }

    private static Optional<Set<String>> licences(
            PolicyMembers models, Optional<Set<String>> preset) {
        Optional<Set<String>> licences = preset;
        if (models.isWord("licences", "any")) {
            licences = Optional.empty();
        } else if (models.has("licences")) {
            licences = Optional.of(Set.copyOf(models.texts("licences", List.of())));
        }
        models.finish();
        return licences;
    }

    private static List<RemoteService> services(PolicyMembers remote) {
        List<RemoteService> services = new ArrayList<>();
        for (PolicyMembers one : remote.sections("services")) {
            service(one).ifPresent(services::add);
        }
        remote.finish();
        return services;
    }

    private static Optional<RemoteService> service(PolicyMembers one) {
        String host = one.text("host");
        String terms = one.text("terms");
        String retention = one.text("retention");
        boolean isTraining = one.truth("training", false);
        String region = one.text("region");
        Optional<LocalDate> checkedAt = date(one, "checkedAt");
        one.finish();
        if (host.isEmpty() || checkedAt.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RemoteService(host, terms, retention, isTraining, region, checkedAt.get()));
        } catch (IllegalArgumentException e) {
            one.complain("host", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(PolicyMembers one, String name) {
        String text = one.text(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            one.complain(name, "expected a day such as 2026-01-31, not \"" + text + "\"");
            return Optional.empty();
        }
    }

    private static ConsentRules consents(PolicyMembers consents, ConsentRules preset) {
        var rules =
                new ConsentRules(
                        stance(consents, "likeness", preset.likeness()),
                        stance(consents, "listedName", preset.listedName()),
                        stance(consents, "protectedTitle", preset.protectedTitle()),
                        stance(consents, "livingArtist", preset.livingArtist()),
                        stance(consents, "thirdPartyArt", preset.thirdPartyArt()),
                        (int)
                                consents.whole(
                                        "noticeHours",
                                        0,
                                        ConsentRules.LONGEST_NOTICE_HOURS,
                                        preset.noticeHours()),
                        consents.choices(
                                "required",
                                Requirement.values(),
                                Requirement::wireName,
                                preset.requirements()));
        consents.finish();
        return rules;
    }

    private static Stance stance(PolicyMembers consents, String name, Stance preset) {
        return consents.choice(name, Stance.values(), Stance::wireName, preset);
    }

    private static ApprovalRules approval(PolicyMembers approval, ApprovalRules preset) {
        Set<Role> roles = approval.choices("roles", Role.values(), Role::wireName, preset.roles());
        if (roles.isEmpty()) {
            approval.complain("roles", "somebody must be allowed to approve: name a role");
            roles = preset.roles();
        }
        var rules =
                new ApprovalRules(
                        roles,
                        approval.truth("ownWork", preset.isMakerAllowed()),
                        approval.truth(
                                "overrideBySecondPerson", preset.isSecondPersonNeededToOverride()));
        approval.finish();
        return rules;
    }

    private static UseCaseRules useCases(PolicyMembers useCases, UseCaseRules preset) {
        var rules =
                new UseCaseRules(
                        useCases.choices(
                                "requiredFor",
                                UseLabel.values(),
                                UseLabel::wireName,
                                preset.requiredFor()),
                        useCases.choices(
                                "escalate", Area.values(), Area::wireName, preset.escalated()));
        useCases.finish();
        return rules;
    }

    private static FileRules files(PolicyMembers files, FileRules preset) {
        var rules =
                new FileRules(
                        files.truth("prompt", preset.isPromptAllowed()),
                        files.truth("tempMark", preset.isMarkRequired()));
        files.finish();
        return rules;
    }
}
