package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.NodeKind;
import studio.backlot.clearance.Submission;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.SubmitWork.SubmitOrder;

class SubmitWorkTest {
    @TempDir private Path folder = Path.of("");

    private final AtomicLong counter = new AtomicLong();
    private Optional<CrashedProduction> crashed = Optional.empty();
    private Optional<OpenProduction> opened = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        CrashedProduction made =
                CrashedProduction.create(folder.resolve("show"), SigningKey.generate());
        crashed = Optional.of(made);
        opened = Optional.of(made.opened(folder.resolve("show")));
    }

    @AfterEach
    void close() {
        crashed.ifPresent(CrashedProduction::close);
    }

    @Test
    void aQuestionThatARuleLeftIsAskedUntilItIsAnsweredAndNeverAgain() {
        String plate = plate("one", "living-artist", "the prompt asks for the style of a painter");

        QuestionsOpen open =
                catchThrowableOfType(QuestionsOpen.class, () -> submit(plate, Map.of()));
        assertThat(open.questions())
                .containsExactly(
                        new OpenQuestion(
                                new ContentHash(plate),
                                "living-artist",
                                "the prompt asks for the style of a painter"));
        assertThat(open).hasMessageContaining("--answer RULE=TEXT").hasMessageContaining("painter");
        assertThat(production().register().submissions().all()).isEmpty();

        Submission answered = submit(plate, Map.of("living-artist", "he died in 1840"));

        assertThat(answered.answers())
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.rule()).isEqualTo("living-artist");
                    assertThat(answer.holdsFor()).isEmpty();
                    assertThat(words(answer.words())).isEqualTo("he died in 1840");
                });
        assertThat(submit(plate, Map.of()).answers()).isEmpty();
    }

    @Test
    void anAnswerGivenForAShotIsInheritedByEveryPlateOfIt() {
        var tree = new EditShowTree(production(), this::id);
        tree.add(NodeKind.SHOT, "0120", CrashedProduction.BY);
        tree.add(NodeKind.SLOT, "0120/sky", CrashedProduction.BY);
        tree.add(NodeKind.SLOT, "0120/sea", CrashedProduction.BY);
        String sky = plate("sky", "listed-name", "it names somebody");
        String sea = plate("sea", "listed-name", "it names somebody");
        String elsewhere = plate("elsewhere", "listed-name", "it names somebody");

        submit(
                order(sky, "0120/sky", Map.of("listed-name", "a namesake"))
                        .withAnswersFor("0120")
                        .build());

        assertThat(submit(order(sea, "0120/sea", Map.of()).build()).answers()).isEmpty();
        assertThatThrownBy(() -> submit(elsewhere, Map.of())).isInstanceOf(QuestionsOpen.class);
    }

    @Test
    void whatABlockedRuleAllowedOrADecisionWithoutWordsLeavesIsToldApart() {
        String allowed =
                plate("allowed", List.of(decision("licence", "allowed", Optional.empty())));
        assertThat(submit(allowed, Map.of()).items()).hasSize(1);

        String silent = plate("silent", List.of(decision("faces", "question", Optional.empty())));
        assertThatThrownBy(() -> submit(silent, Map.of()))
                .hasMessageContaining("faces")
                .hasMessageContaining("left a question open");
    }

    @Test
    void aQuestionWhoseWordsWereErasedIsStillAsked() {
        PayloadReference detail = note("it names a person");
        String plate =
                plate("erased", List.of(decision("listed-name", "question", Optional.of(detail))));
        production().payloads().erase(Set.of(detail.id()));

        assertThatThrownBy(() -> submit(plate, Map.of()))
                .hasMessageContaining("listed-name")
                .hasMessageContaining("can no longer be read");
    }

    @Test
    void anAnswerToWhatNobodyAskedIsRefused() {
        String plate = plate("one", List.of());

        assertThatThrownBy(() -> submit(plate, Map.of("faces", "none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing asks about faces");
    }

    @Test
    void theNoteIsATextAndTheNamesStandInTheEntry() {
        String plate = plate("one", List.of());

        Submission submission =
                submit(
                        new SubmitOrder(
                                List.of(plate, plate),
                                Set.of("Pia", "Per"),
                                UseLabel.TEMP,
                                Optional.empty(),
                                Map.of(),
                                Optional.empty(),
                                Optional.of("the third try"),
                                CrashedProduction.BY));

        assertThat(submission.items()).hasSize(1);
        assertThat(submission.to()).containsExactlyInAnyOrder("Pia", "Per");
        assertThat(words(submission.note().orElseThrow())).isEqualTo("the third try");
        LedgerEntry entry =
                production().ledger().entry(submission.recorded().index()).orElseThrow();
        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8))
                .contains("\"to\":[\"Per\",\"Pia\"]")
                .doesNotContain("third");
    }

    @Test
    void anOrderWithoutAssetsOrReadersIsRefused() {
        assertThatThrownBy(() -> orderOf(List.of(), Set.of("Pia")))
                .hasMessageContaining("at least one asset");
        assertThatThrownBy(() -> orderOf(List.of("1"), Set.of())).hasMessageContaining("to whom");
        assertThatThrownBy(() -> orderOf(List.of("1"), Set.of(" ")))
                .hasMessageContaining("to whom");
    }

    @Test
    void onlyItsMakerHandsADraftInAndWhatIsNoPlateCannotBe() {
        String plate = plate("one", List.of());
        var somebody = Signatory.unsigned(new Maker("Somebody", Role.PRODUCER));
        var order =
                new SubmitOrder(
                        List.of(plate),
                        Set.of("Pia"),
                        UseLabel.TEMP,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        somebody);

        assertThatThrownBy(() -> submit(order))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("sealed-draft")
                .hasMessageContaining("Mia");
        submit(plate, Map.of());
        assertThat(submit(order).items()).hasSize(1);
        assertThatThrownBy(() -> submit("0", Map.of()))
                .isInstanceOf(EntryUnknown.class)
                .hasMessageContaining("record 0 has no picture");
    }

    private static SubmitOrder orderOf(List<String> assets, Set<String> to) {
        return new SubmitOrder(
                assets,
                to,
                UseLabel.TEMP,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                CrashedProduction.BY);
    }

    private Submission submit(String plate, Map<String, String> answers) {
        return submit(
                new SubmitOrder(
                        List.of(plate),
                        Set.of("Pia"),
                        UseLabel.TEMP,
                        Optional.empty(),
                        answers,
                        Optional.empty(),
                        Optional.empty(),
                        CrashedProduction.BY));
    }

    private Submission submit(SubmitOrder order) {
        return new SubmitWork(production(), this::id, Optional::empty).run(order);
    }

    private static Order order(String plate, String slot, Map<String, String> answers) {
        return new Order(plate, slot, answers, Optional.empty());
    }

    /// An order for one plate of one slot.
    private record Order(
            String plate, String slot, Map<String, String> answers, Optional<String> answersFor) {
        Order withAnswersFor(String scope) {
            return new Order(plate, slot, answers, Optional.of(scope));
        }

        SubmitOrder build() {
            return new SubmitOrder(
                    List.of(plate),
                    Set.of("Pia"),
                    UseLabel.TEMP,
                    Optional.of(slot),
                    answers,
                    answersFor,
                    Optional.empty(),
                    CrashedProduction.BY);
        }
    }

    private String plate(String name, String rule, String question) {
        return plate(name, List.of(decision(rule, "question", Optional.of(note(question)))));
    }

    /// A run of Mia that these decisions stood before, and its plate.
    private String plate(String name, List<JsonObject> decisions) {
        UUID job = id();
        LedgerEntry intent =
                append(
                        EventType.INTENT,
                        job,
                        new JsonBuilder().put("decisions", decisions).build());
        ContentHash asset = production().assets().put(name.getBytes(StandardCharsets.UTF_8));
        append(
                EventType.OUTCOME,
                job,
                new JsonBuilder()
                        .put(
                                "run",
                                new JsonBuilder()
                                        .put("status", "succeeded")
                                        .put("intent", intent.index())
                                        .build())
                        .put("output", new JsonBuilder().put("asset", asset.hex()).build())
                        .build());
        return asset.hex();
    }

    private LedgerEntry append(EventType event, UUID job, JsonObject assertions) {
        return production()
                .ledger()
                .append(new EntryDraft(event, CrashedProduction.BY, Optional.of(job), assertions));
    }

    private static JsonObject decision(
            String rule, String decision, Optional<PayloadReference> detail) {
        var json = new JsonBuilder().put("rule", rule).put("decision", decision);
        detail.ifPresent(reference -> json.put("detail", reference.toJson()));
        return json.build();
    }

    private PayloadReference note(String words) {
        return production()
                .payloads()
                .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, words)))
                .getFirst();
    }

    private String words(PayloadReference reference) {
        return production().payloads().open(reference) instanceof PayloadContent.Open open
                ? open.text()
                : "not open";
    }

    private UUID id() {
        return new UUID(5, counter.incrementAndGet());
    }

    private OpenProduction production() {
        return opened.orElseThrow();
    }
}
