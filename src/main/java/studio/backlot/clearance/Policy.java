package studio.backlot.clearance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backlot.clearance.Decision.Allowed;
import studio.backlot.clearance.Decision.Question;
import studio.backlot.clearance.Decision.Refused;

/// The rules of one production, as its `policy.json` holds them.
///
/// Each rule is a pure method that answers with a [Decision]; the name of the rule is in it.
/// `version` counts the changes that people made. `licences` are SPDX ids, none for any licence.
public record Policy(
        PolicyPreset preset,
        long version,
        Optional<Set<String>> licences,
        List<RemoteService> services,
        ConsentRules consents,
        FaceCheck faces,
        ApprovalRules approval,
        UseCaseRules useCases,
        FileRules files,
        List<String> protectedTitles) {

    public static final String LICENCE = "model-licence";
    public static final String REMOTE = "remote-service";
    public static final String USE_CASE = "use-case";
    public static final String APPROVAL = "approval";
    public static final String OVERRIDE = "override";
    public static final String FINAL = "final-needs-approval";
    public static final String PROMPT_IN_FILE = "prompt-in-file";
    public static final String LIKENESS = "likeness-consent";
    public static final String LISTED_NAME = "listed-name";
    public static final String PROTECTED_TITLE = "protected-title";
    public static final String LIVING_ARTIST = "living-artist";
    public static final String THIRD_PARTY_ART = "third-party-art";

    public Policy {
        licences = licences.map(Set::copyOf);
        services = List.copyOf(services);
        protectedTitles = List.copyOf(protectedTitles);
    }

    /// The same rules as a later version.
    public Policy withVersion(long later) {
        return new Policy(
                preset,
                later,
                licences,
                services,
                consents,
                faces,
                approval,
                useCases,
                files,
                protectedTitles);
    }

    /// Whether a model under this licence may be used. An expression such as `MIT OR Apache-2.0` is
    /// taken at its best branch.
    public Decision licence(String spdx) {
        if (licences.isEmpty() || isListed(spdx, licences.get())) {
            return new Allowed(LICENCE);
        }
        return new Refused(
                LICENCE,
                "the pack's licence is "
                        + spdx
                        + ", and this production allows "
                        + sorted(licences.get().stream())
                        + "; use another pack, or add the licence to policy.json");
    }

    private static boolean isListed(String expression, Set<String> allowed) {
        Set<String> lower =
                allowed.stream()
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
        String asked = expression.strip().toLowerCase(Locale.ROOT);
        return lower.contains(asked)
                || Stream.of(asked.split(" or "))
                        .anyMatch(branch -> lower.containsAll(List.of(branch.split(" and "))));
    }

    /// Whether anything may be sent to this host. Only hosts with their data terms written down may
    /// be, and one that trains on what it gets is a question for a producer.
    public Decision remote(String host) {
        Optional<RemoteService> service =
                services.stream().filter(one -> one.isAt(host)).findFirst();
        if (service.isEmpty()) {
            return new Refused(
                    REMOTE,
                    "the policy names no service at "
                            + host
                            + ", so nothing is sent there; add it to policy.json with its data terms, or work on this machine");
        }
        return service.get().isTraining()
                ? new Question(
                        REMOTE,
                        "the service at "
                                + host
                                + " trains on what it is sent, by its terms of "
                                + service.get().checkedAt()
                                + "; may it have this?")
                : new Allowed(REMOTE);
    }

    /// Whether work may begin for this use under this use case, or under none.
    public Decision useCase(Optional<UseCase> declared, UseLabel use) {
        boolean isRequired = useCases.requiredFor().contains(use);
        if (declared.isEmpty()) {
            return isRequired
                    ? new Refused(
                            USE_CASE,
                            "work for "
                                    + use.wireName()
                                    + " needs a use case that is declared before it: make one with `backlot use-case add`, and name it with --use-case")
                    : new Allowed(USE_CASE);
        }
        UseCase useCase = declared.get();
        if (useCase.standing() == UseCase.Standing.REFUSED) {
            return new Refused(
                    USE_CASE,
                    "a producer refused use case "
                            + useCase.id()
                            + "; choose another, or change its answers and ask again");
        }
        if (!useCase.unanswered().isEmpty()) {
            String words =
                    "use case "
                            + useCase.id()
                            + " has no answer to "
                            + names(useCase.unanswered())
                            + "; answer with `backlot use-case answer`";
            return isRequired ? new Refused(USE_CASE, words) : new Question(USE_CASE, words);
        }
        return escalation(useCase, use);
    }

    private Decision escalation(UseCase useCase, UseLabel use) {
        if (useCase.standing() == UseCase.Standing.APPROVED
                || !useCase.isEscalated(useCases.escalated())) {
            return new Allowed(USE_CASE);
        }
        String why =
                useCase.doubtful().isEmpty()
                        ? "touches "
                                + sorted(
                                        useCase.areas().stream()
                                                .filter(useCases.escalated()::contains)
                                                .map(Area::wireName))
                        : "says no or unsure to " + names(useCase.doubtful());
        String words = "use case " + useCase.id() + " " + why + ", so a producer must approve it";
        return use == UseLabel.FINAL
                ? new Refused(
                        USE_CASE,
                        words
                                + " (`backlot use-case decide`) before anything is made for final use; work for temp goes on")
                : new Question(USE_CASE, words);
    }

    /// Whether this person may approve this work.
    public Decision mayApprove(Approver approver, Work work) {
        if (!approver.isVouched()) {
            return new Refused(
                    APPROVAL,
                    "nobody has vouched for "
                            + approver.name()
                            + ": a producer does so with `backlot person enrol`");
        }
        if (approver.roles().stream().noneMatch(approval.roles()::contains)) {
            return new Refused(
                    APPROVAL,
                    approver.name()
                            + " has none of the roles that approve here ("
                            + sorted(approval.roles().stream().map(role -> role.wireName()))
                            + ")");
        }
        if (work.isBy(approver) && !approval.isMakerAllowed()) {
            return new Refused(
                    APPROVAL,
                    approver.name()
                            + " made this, and the policy asks for another person to approve it");
        }
        return new Allowed(APPROVAL);
    }

    /// Whether this person may let a stop pass that stands in the way of this work.
    public Decision mayOverride(Approver second, Work work) {
        if (!second.isVouched()) {
            return new Refused(
                    OVERRIDE,
                    "nobody has vouched for "
                            + second.name()
                            + ": a producer does so with `backlot person enrol`");
        }
        if (work.isBy(second) && overrideNeedsSecondPerson()) {
            return new Refused(
                    OVERRIDE,
                    "an override needs a second person, and " + second.name() + " is the first");
        }
        return new Allowed(OVERRIDE);
    }

    public boolean overrideNeedsSecondPerson() {
        return approval.isSecondPersonNeededToOverride();
    }

    /// Whether a file may leave for this use. `isCleared`: whether an approval covers this file,
    /// version and use.
    public Decision mayExport(UseLabel use, boolean isCleared) {
        return use != UseLabel.FINAL || isCleared
                ? new Allowed(FINAL)
                : new Refused(
                        FINAL,
                        "this asset is not cleared for final use: no approval in the ledger covers it."
                                + " Export it with --use temp, or have a producer approve it first");
    }

    /// Whether "TEMP, NOT CLEARED" must be drawn into a file that leaves for this use.
    public boolean requiresMark(UseLabel use) {
        return use == UseLabel.TEMP && files.isMarkRequired();
    }

    /// Whether a maker may put the prompt into an exported file. A prompt is its writer's work and
    /// may name unreleased things.
    public Decision mayWritePromptIntoFile() {
        return files.isPromptAllowed()
                ? new Allowed(PROMPT_IN_FILE)
                : new Refused(
                        PROMPT_IN_FILE,
                        "the policy "
                                + preset.wireName()
                                + " keeps prompts out of exported files; export without --with-prompt");
    }

    /// What to do where a person's likeness is declared or found and no consent covers it;
    /// `explanation` says who, where and what to do.
    public Decision likeness(String explanation) {
        return consents.likeness().decide(LIKENESS, explanation);
    }

    /// What to do where a prompt names a person of the consent register and no consent covers it.
    public Decision listedName(String explanation) {
        return consents.listedName().decide(LISTED_NAME, explanation);
    }

    /// What to do where a prompt names one of [#protectedTitles].
    public Decision protectedTitle(String explanation) {
        return consents.protectedTitle().decide(PROTECTED_TITLE, explanation);
    }

    /// What to do where a living artist's style is asked for without a consent.
    public Decision livingArtist(String explanation) {
        return consents.livingArtist().decide(LIVING_ARTIST, explanation);
    }

    /// What to do where somebody else's work goes in without a consent.
    public Decision thirdPartyArt(String explanation) {
        return consents.thirdPartyArt().decide(THIRD_PARTY_ART, explanation);
    }

    /// Whether work with a likeness stops without a consent.
    public boolean requiresConsentForLikeness() {
        return consents.likeness() == Stance.REFUSE;
    }

    /// How long before a scan its subject must have had notice; 0 for no such rule.
    public int noticeHours() {
        return consents.noticeHours();
    }

    /// Whether a consent must have this to count.
    public boolean requires(ConsentRules.Requirement requirement) {
        return consents.requirements().contains(requirement);
    }

    private static String names(List<Principle> principles) {
        return principles.stream().map(Principle::wireName).collect(Collectors.joining(", "));
    }

    private static String sorted(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(", "));
    }
}
