package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.KnownEntry;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.Source;
import studio.backlot.clearance.UseLabel;
import studio.backlot.clearance.Verdict;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Enrolment;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.ReviewWork.DecideOrder;

/// Deciding about what came from another machine, and being cleared by what was decided there.
class ReviewWorkTest {
    private static final UUID THERE = new UUID(2, 2);
    private static final Source IMPORTED =
            new Source.Imported(THERE, ContentHash.of(new byte[] {1}), new UUID(3, 3));
    private static final Policy SOLO = PolicyPreset.SOLO.policy();
    private static final Policy CREW = PolicyPreset.SMALL_CREW.policy();
    private static final Maker ADA = new Maker("Ada", Role.ARTIST);

    @TempDir private Path folder = Path.of("");

    private final SigningKey everyday = SigningKey.generate();
    private final SigningKey guarded = SigningKey.generate();
    private final Signatory pia = Signatory.of("Pia", Role.PRODUCER, guarded);
    private Optional<CrashedProduction> crashed = Optional.empty();
    private Optional<OpenProduction> opened = Optional.empty();
    private long nextThere;

    @BeforeEach
    void open() throws Exception {
        CrashedProduction made =
                CrashedProduction.create(folder.resolve("show"), SigningKey.generate());
        crashed = Optional.of(made);
        opened = Optional.of(made.opened(folder.resolve("show")));
        var person =
                new Person(
                        new UUID(4, 4),
                        "Pia",
                        EnumSet.allOf(Role.class),
                        new PersonKeys(everyday.verificationKey(), guarded.verificationKey()));
        append(
                EventType.PERSON,
                Signatory.of("Pia", Role.PRODUCER, everyday),
                new Enrolment(Enrolment.Act.ENROL, person, Enrolment.Vouched.SELF).toJson());
    }

    @AfterEach
    void close() {
        crashed.ifPresent(CrashedProduction::close);
    }

    @Test
    void whatCameFromAnotherMachineIsDecidedAboutHere() {
        LedgerEntry outcome = imported("theirs");
        String asset = hash("theirs").hex();

        assertThat(review().all()).hasSize(1);
        Verdict verdict =
                review().decide(
                                new DecideOrder(
                                        asset.substring(0, 8),
                                        Optional.empty(),
                                        ReviewState.APPROVED,
                                        "as agreed",
                                        pia));

        assertThat(verdict.subject())
                .isEqualTo(new Verdict.Subject(hash("theirs"), 4, UseLabel.FINAL));
        assertThat(verdict.isSelfApproved()).isFalse();
        assertThat(verdict.recorded().production()).isEqualTo(production().ledger().production());
        assertThat(new FindWork(production()).outcome(asset)).isEqualTo(outcome);
        assertThat(review().mayExport(outcome, UseLabel.FINAL, CREW))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void aVerdictFromAnotherMachineClearsTheFileHere() {
        LedgerEntry outcome = local("ours", ADA);
        assertThat(review().mayExport(outcome, UseLabel.FINAL, CREW))
                .isInstanceOf(Decision.Refused.class);

        acceptVerdict("ours");

        assertThat(review().mayExport(outcome, UseLabel.FINAL, CREW))
                .isInstanceOf(Decision.Allowed.class);
        Verdict verdict = review().approval(outcome, UseLabel.FINAL, CREW).orElseThrow();
        assertThat(verdict.recorded().production()).isEqualTo(THERE);
        assertThat(review().isSelfApproved(outcome, verdict)).isFalse();
        assertThat(review().approval(outcome, UseLabel.TEMP, CREW)).isEmpty();
        assertThat(review().mayExport(outcome, UseLabel.TEMP, CREW))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void anApprovalByTheMakerCountsOnlyWhereThePolicyLetsItAndIsThenSaid() {
        LedgerEntry outcome = local("own", new Maker("Pia", Role.ARTIST));
        acceptVerdict("own");

        assertThat(review().mayExport(outcome, UseLabel.FINAL, CREW))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused ->
                                assertThat(refused.explanation())
                                        .contains("its approval does not count")
                                        .contains("Pia made this"));
        assertThat(review().approval(outcome, UseLabel.FINAL, CREW)).isEmpty();
        Verdict verdict = review().approval(outcome, UseLabel.FINAL, SOLO).orElseThrow();
        assertThat(review().isSelfApproved(outcome, verdict)).isTrue();
        assertThat(review().mayExport(outcome, UseLabel.TEMP, CREW))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void aVerdictNeedsAReasonAndSomethingThatWasHandedIn() {
        imported("theirs");

        assertThatThrownBy(() -> decide("theirs", Optional.of(UseLabel.TEMP), "no"))
                .isInstanceOf(EntryUnknown.class)
                .hasMessageContaining("nobody has handed in")
                .hasMessageContaining("for temp");
        assertThatThrownBy(() -> decide("theirs", Optional.empty(), " "))
                .hasMessageContaining("reason");
        assertThatThrownBy(() ->
                        review().decide(
                                        new DecideOrder(
                                                "zz",
                                                Optional.empty(),
                                                ReviewState.APPROVED,
                                                "x",
                                                pia)))
                .isInstanceOf(EntryUnknown.class);
    }

    private Verdict decide(String name, Optional<UseLabel> use, String reason) {
        return review().decide(
                        new DecideOrder(hash(name).hex(), use, ReviewState.APPROVED, reason, pia));
    }

    /// A plate of Ada's other machine that was handed in there as a fourth version for final.
    private LedgerEntry imported(String name) {
        LedgerEntry outcome =
                there(
                        EventType.OUTCOME,
                        json(
                                "{'run':{'status':'succeeded','intent':0},'output':{'asset':'%s'}}",
                                name));
        there(
                EventType.SUBMIT,
                json(
                        "{'submit':{'id':'00000000-0000-0000-0000-00000000000a','use':'final','assets':"
                                + "[{'asset':'%s','outcome':0,'version':4}]}}",
                        name));
        return outcome;
    }

    private LedgerEntry there(EventType event, JsonObject assertions) {
        var entry =
                new LedgerEntry(
                        nextThere++,
                        new UUID(6, nextThere),
                        THERE,
                        event,
                        Instant.EPOCH,
                        ADA,
                        Optional.empty(),
                        assertions);
        production().register().accept(new KnownEntry(entry, IMPORTED));
        return entry;
    }

    private void acceptVerdict(String name) {
        var unsigned =
                new LedgerEntry(
                        nextThere++,
                        new UUID(6, nextThere),
                        THERE,
                        EventType.REVIEW,
                        Instant.EPOCH,
                        pia.maker(),
                        Optional.empty(),
                        json(
                                "{'verdict':{'file':'%s','version':1,'use':'final','decision':'approved'}}",
                                name));
        production().register().accept(new KnownEntry(unsigned.signedBy(guarded), IMPORTED));
    }

    private LedgerEntry local(String name, Maker maker) {
        return append(
                EventType.OUTCOME,
                Signatory.unsigned(maker),
                json("{'run':{'status':'succeeded','intent':0},'output':{'asset':'%s'}}", name));
    }

    private LedgerEntry append(EventType event, Signatory by, JsonObject assertions) {
        return production()
                .ledger()
                .append(
                        new EntryDraft(
                                event,
                                by,
                                event == EventType.OUTCOME
                                        ? Optional.of(new UUID(5, 5))
                                        : Optional.empty(),
                                assertions));
    }

    private static JsonObject json(String text, String name) {
        return JsonReader.parseObject(
                text.replace('\'', '"').formatted(hash(name)).getBytes(StandardCharsets.UTF_8));
    }

    private static ContentHash hash(String name) {
        return ContentHash.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private ReviewWork review() {
        return new ReviewWork(production());
    }

    private OpenProduction production() {
        return opened.orElseThrow();
    }
}
