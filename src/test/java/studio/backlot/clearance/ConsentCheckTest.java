package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;

class ConsentCheckTest {
    private static final UUID PRODUCTION = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Optional<Instant> NOTICE =
            Optional.of(Instant.parse("2026-03-01T09:00:00Z"));
    private static final Optional<Instant> SCAN =
            Optional.of(Instant.parse("2026-03-03T09:00:00Z"));

    private final ConsentCheck check = check(PolicyPreset.STREAMER.policy());

    @Test
    void aConsentThatMeetsEveryClauseIsLive() {
        assertThat(check.unmet(consent(terms()), Optional.of(record()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:00:01Z, live",
        "2026-03-10T12:00:00Z, consent-expired",
        "2026-03-10T11:59:59Z, consent-expired"
    })
    void itHoldsUpToTheInstantItExpires(String expiresAt, String expected) {
        var terms =
                new ConsentTerms(
                        ConsentSubject.LIKENESS,
                        Optional.of(ReplicaType.EMPLOYMENT_BASED),
                        NOTICE,
                        SCAN,
                        Optional.of(Instant.parse(expiresAt)),
                        Optional.empty());

        assertThat(verdict(check, terms, record())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EBDR, 2026-03-01T09:00:00Z, 2026-03-03T09:00:00Z, live",
        "EBDR, 2026-03-01T09:00:00Z, 2026-03-03T08:59:59Z, consent-notice",
        "BADR, , 2026-03-03T09:00:00Z, consent-notice",
        "BADR, 2026-03-08T12:00:00Z, , live",
        "BADR, 2026-03-08T12:00:01Z, , consent-notice",
        "EBDR, , , consent-notice",
        "ICDR, , , live",
        "ICDR, , 2026-03-03T09:00:00Z, consent-notice",
        "synthetic, , , live"
    })
    void aScanNeedsNoticeTwoDaysBefore(String type, String notice, String scan, String expected) {
        var terms =
                new ConsentTerms(
                        ConsentSubject.LIKENESS,
                        ReplicaType.ofWireName(type),
                        Optional.ofNullable(notice).map(Instant::parse),
                        Optional.ofNullable(scan).map(Instant::parse),
                        Optional.empty(),
                        Optional.empty());

        assertThat(verdict(check, terms, record())).isEqualTo(expected);
    }

    @Test
    void theHoursOfNoticeAreThoseOfThePolicy() {
        Policy policy = PolicyPreset.STREAMER.policy();
        ConsentRules rules = policy.consents();
        var without = withNotice(policy, rules, 0);
        var longer = withNotice(policy, rules, 49);
        var terms =
                new ConsentTerms(
                        ConsentSubject.LIKENESS,
                        Optional.of(ReplicaType.BACKGROUND_ACTOR),
                        NOTICE,
                        SCAN,
                        Optional.empty(),
                        Optional.empty());
        var none =
                new ConsentTerms(
                        ConsentSubject.LIKENESS,
                        Optional.of(ReplicaType.BACKGROUND_ACTOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(verdict(check(longer), terms, record())).isEqualTo("consent-notice");
        assertThat(verdict(check(without), none, record())).isEqualTo("live");
    }

    @ParameterizedTest
    @CsvSource({
        "Night Harbour, live",
        "' night harbour ', live",
        "00000000-0000-0000-0000-0000000000AA, live",
        "Night Harbour II, consent-other-project"
    })
    void itHoldsForItsOwnProjectOnly(String project, String expected) {
        assertThat(verdict(check, terms(), record(project, true, true, false, false)))
                .isEqualTo(expected);
    }

    @Test
    void aMinorNeedsAGuardianAndADeadPersonARepresentative() {
        assertThat(verdict(check, terms(), person(true, Optional.empty(), false, Optional.empty())))
                .isEqualTo("consent-guardian");
        assertThat(verdict(check, terms(), person(true, Optional.of("M"), false, Optional.empty())))
                .isEqualTo("live");
        assertThat(verdict(check, terms(), person(false, Optional.empty(), true, Optional.empty())))
                .isEqualTo("consent-representative");
        assertThat(verdict(check, terms(), person(false, Optional.empty(), true, Optional.of("E"))))
                .isEqualTo("live");
    }

    @Test
    void aSignatureUnderGeneralTermsIsNone() {
        assertThat(verdict(check, terms(), record("Night Harbour", true, false, false, false)))
                .isEqualTo("consent-separate-signature");
    }

    @Test
    void whoIsOnlyListedHasAgreedToNothing() {
        assertThat(verdict(check, terms(), record("Night Harbour", false, true, false, false)))
                .isEqualTo("consent-not-given");
    }

    @Test
    void aWithdrawnConsentIsDeadAndSoIsOneWhoseTextIsGone() {
        Consent withdrawn =
                consent(terms()).withdrawn(new Consent.Withdrawal(9, NOW, Optional.empty()));

        assertThat(check.unmet(withdrawn, Optional.of(record())))
                .get()
                .extracting(ConsentCheck.Clause::rule, ConsentCheck.Clause::explanation)
                .containsExactly("consent-withdrawn", "it was withdrawn on 2026-03-10");
        assertThat(check.unmet(consent(terms()), Optional.empty()))
                .get()
                .extracting(ConsentCheck.Clause::rule)
                .isEqualTo("consent-erased");
    }

    @Test
    void whatThePolicyDoesNotRequireIsNotAskedFor() {
        Policy policy = PolicyPreset.STREAMER.policy();
        ConsentRules rules = policy.consents();
        var lenient =
                check(
                        with(
                                policy,
                                new ConsentRules(
                                        rules.likeness(),
                                        rules.listedName(),
                                        rules.protectedTitle(),
                                        rules.livingArtist(),
                                        rules.thirdPartyArt(),
                                        48,
                                        Set.of())));

        assertThat(verdict(lenient, terms(), record("Night Harbour", true, false, true, true)))
                .isEqualTo("live");
    }

    @ParameterizedTest
    @EnumSource(ConsentSubject.class)
    void termsReadBackAsTheyWereWritten(ConsentSubject about) {
        var terms =
                new ConsentTerms(
                        about,
                        Optional.of(ReplicaType.SYNTHETIC),
                        NOTICE,
                        SCAN,
                        Optional.of(NOW),
                        Optional.of(ContentHash.of(new byte[] {1})));
        JsonObject label = Consent.label(PRODUCTION, terms, reference());

        assertThat(ConsentTerms.parse(label)).isEqualTo(terms);
        assertThat(Consent.id(label)).isEqualTo(PRODUCTION);
    }

    @Test
    void aRecordReadsBackAsItWasWritten() {
        for (ConsentRecord record :
                List.of(
                        record(),
                        person(true, Optional.of("M"), true, Optional.of("E")),
                        record("", false, false, false, false))) {
            assertThat(ConsentRecord.parse(record.text().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(record);
        }
    }

    @Test
    void malformedTermsAndRecordsSayWhatIsWrong() {
        JsonObject noDate =
                new JsonBuilder().put("about", "style").put("expiresAt", "tomorrow").build();

        assertThatThrownBy(() -> ConsentTerms.parse(noDate)).isInstanceOf(MalformedEntry.class);
        assertThatThrownBy(() -> ConsentTerms.parse(JsonObject.EMPTY))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining("what it is about");
        assertThatThrownBy(() ->
                        ConsentTerms.parse(new JsonBuilder().put("about", "likeness").build()))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining("EBDR");
        assertThatThrownBy(() ->
                        ConsentTerms.parse(
                                new JsonBuilder()
                                        .put("about", "likeness")
                                        .put("replicaType", "clone")
                                        .build()))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining("clone");
        assertThatThrownBy(() -> Consent.id(JsonObject.EMPTY)).isInstanceOf(MalformedEntry.class);
        assertThatThrownBy(() -> ConsentRecord.parse("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void aConsentWithoutAScopeInWordsIsNone() {
        assertThatThrownBy(() ->
                        new ConsentRecord(
                                "Jane Dow",
                                List.of(),
                                true,
                                " ",
                                "Night Harbour",
                                true,
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty()))
                .hasMessageContaining("scope");
    }

    private static ConsentCheck check(Policy policy) {
        return new ConsentCheck(policy, PRODUCTION, "Night Harbour", NOW);
    }

    private static String verdict(ConsentCheck check, ConsentTerms terms, ConsentRecord record) {
        return check.unmet(consent(terms), Optional.of(record))
                .map(ConsentCheck.Clause::rule)
                .orElse("live");
    }

    private static Policy withNotice(Policy policy, ConsentRules rules, int hours) {
        return with(
                policy,
                new ConsentRules(
                        rules.likeness(),
                        rules.listedName(),
                        rules.protectedTitle(),
                        rules.livingArtist(),
                        rules.thirdPartyArt(),
                        hours,
                        rules.requirements()));
    }

    private static Policy with(Policy policy, ConsentRules consents) {
        return new Policy(
                policy.preset(),
                policy.version(),
                policy.licences(),
                policy.services(),
                consents,
                policy.faces(),
                policy.approval(),
                policy.useCases(),
                policy.files(),
                policy.protectedTitles());
    }

    private static Consent consent(ConsentTerms terms) {
        return new Consent(UUID.randomUUID(), terms, reference(), 3, Optional.empty());
    }

    private static PayloadReference reference() {
        ContentHash hash = ContentHash.of(new byte[] {7});
        return new PayloadReference(1, PayloadKind.PERSON, hash, hash);
    }

    private static ConsentTerms terms() {
        return new ConsentTerms(
                ConsentSubject.LIKENESS,
                Optional.of(ReplicaType.EMPLOYMENT_BASED),
                NOTICE,
                SCAN,
                Optional.empty(),
                Optional.empty());
    }

    private static ConsentRecord record() {
        return record("Night Harbour", true, true, false, false);
    }

    private static ConsentRecord record(
            String project,
            boolean isGiven,
            boolean isSignedSeparately,
            boolean isMinor,
            boolean isDeceased) {
        return new ConsentRecord(
                "Jane Dow",
                List.of("J. Dow", "La Dow"),
                isGiven,
                isGiven ? "her silhouette at the window in episode 2" : "",
                project,
                isSignedSeparately,
                Optional.of("deal memo 7"),
                isMinor,
                Optional.empty(),
                isDeceased,
                Optional.empty(),
                Optional.of("SAG-AFTRA 2026"));
    }

    private static ConsentRecord person(
            boolean isMinor,
            Optional<String> guardian,
            boolean isDeceased,
            Optional<String> representative) {
        return new ConsentRecord(
                "Jane Dow",
                List.of(),
                true,
                "her silhouette",
                "Night Harbour",
                true,
                Optional.empty(),
                isMinor,
                guardian,
                isDeceased,
                representative,
                Optional.empty());
    }
}
