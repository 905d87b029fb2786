package studio.backlot.clearance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.clearance.ConsentRules.Requirement;

/// Whether a consent is live and in scope: the clauses, one rule each.
///
/// What a scope written in words covers is for people to judge.
public final class ConsentCheck {
    public static final String NOT_GIVEN = "consent-not-given";
    public static final String WITHDRAWN = "consent-withdrawn";
    public static final String ERASED = "consent-erased";
    public static final String EXPIRED = "consent-expired";
    public static final String OTHER_PROJECT = "consent-other-project";
    public static final String NOTICE = "consent-notice";
    public static final String GUARDIAN = "consent-guardian";
    public static final String REPRESENTATIVE = "consent-representative";
    public static final String SEPARATE_SIGNATURE = "consent-separate-signature";

    private final Policy policy;
    private final UUID production;
    private final String productionName;
    private final Instant now;

    /// For work in this production at this moment.
    public ConsentCheck(Policy policy, UUID production, String productionName, Instant now) {
        this.policy = policy;
        this.production = production;
        this.productionName = productionName;
        this.now = now;
    }

    /// The clause that a consent does not meet, if there is one: the first in the order above.
    /// `record` is empty when its text was erased or cannot be opened here.
    public Optional<Clause> unmet(Consent consent, Optional<ConsentRecord> record) {
        if (consent.withdrawn().isPresent()) {
            return clause(WITHDRAWN, "it was withdrawn on " + day(consent.withdrawn().get().at()));
        }
        if (record.isEmpty()) {
            return clause(
                    ERASED,
                    "its text was erased or cannot be read on this machine, so nobody can say whom it is of");
        }
        return given(record.get())
                .or(() -> dates(consent.terms()))
                .or(() -> project(record.get()))
                .or(() -> signatures(record.get()));
    }

    private static Optional<Clause> given(ConsentRecord record) {
        return record.isGiven()
                ? Optional.empty()
                : clause(NOT_GIVEN, "the person is listed and has agreed to nothing");
    }

    private Optional<Clause> dates(ConsentTerms terms) {
        if (terms.expiresAt().isPresent() && !now.isBefore(terms.expiresAt().get())) {
            return clause(EXPIRED, "it expired on " + day(terms.expiresAt().get()));
        }
        int hours = policy.noticeHours();
        boolean isScanned =
                terms.scanAt().isPresent()
                        || terms.replicaType().filter(ReplicaType::needsScan).isPresent();
        if (hours == 0 || !isScanned) {
            return Optional.empty();
        }
        if (terms.noticeAt().isEmpty()) {
            return clause(
                    NOTICE,
                    "it names no notice, and the policy asks for "
                            + hours
                            + " hours of notice before a scan");
        }
        Instant scan = terms.scanAt().orElse(now);
        return scan.isBefore(terms.noticeAt().get().plus(Duration.ofHours(hours)))
                ? clause(
                        NOTICE,
                        "notice was given less than "
                                + hours
                                + " hours before the scan, at "
                                + terms.noticeAt().get())
                : Optional.empty();
    }

    private Optional<Clause> project(ConsentRecord record) {
        String project = record.project().strip();
        return project.equalsIgnoreCase(productionName.strip())
                        || project.equalsIgnoreCase(production.toString())
                ? Optional.empty()
                : clause(
                        OTHER_PROJECT,
                        "it was given for another project, \""
                                + record.project()
                                + "\"; each project needs a consent of its own");
    }

    private Optional<Clause> signatures(ConsentRecord record) {
        if (record.isMinor()
                && record.guardian().isEmpty()
                && policy.requires(Requirement.GUARDIAN)) {
            return clause(GUARDIAN, "the person is a minor and no guardian signed it");
        }
        if (record.isDeceased()
                && record.representative().isEmpty()
                && policy.requires(Requirement.REPRESENTATIVE)) {
            return clause(
                    REPRESENTATIVE, "the person is dead and no representative of theirs signed it");
        }
        if (!record.isSignedSeparately() && policy.requires(Requirement.SEPARATE_SIGNATURE)) {
            return clause(
                    SEPARATE_SIGNATURE, "it was not signed separately, only under general terms");
        }
        return Optional.empty();
    }

    private static Optional<Clause> clause(String rule, String explanation) {
        return Optional.of(new Clause(rule, explanation));
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, 10);
    }

    /// A clause that is not met: the rule's name, and why in words that follow the consent's name.
    public record Clause(String rule, String explanation) {}
}
