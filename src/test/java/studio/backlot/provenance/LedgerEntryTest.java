package studio.backlot.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonBuilder;
import studio.backlot.identity.Role;

class LedgerEntryTest {
    private static final String JSON =
            "{\"assertions\":{\"run\":{\"status\":\"succeeded\"}},"
                    + "\"entryId\":\"00000000-0000-0001-0000-000000000002\",\"event\":\"outcome\",\"index\":12,"
                    + "\"job\":\"00000000-0000-0005-0000-000000000006\","
                    + "\"person\":{\"name\":\"Ana Núñez\",\"role\":\"artist\"},"
                    + "\"production\":\"00000000-0000-0003-0000-000000000004\",\"schema\":\"backlot.entry/1\","
                    + "\"time\":\"2026-03-01T10:15:30.120Z\"}";
    private static final LedgerEntry ENTRY =
            new LedgerEntry(
                    12,
                    new UUID(1, 2),
                    new UUID(3, 4),
                    EventType.OUTCOME,
                    Instant.parse("2026-03-01T10:15:30.12Z"),
                    new Maker("Ana Núñez", Role.ARTIST),
                    Optional.of(new UUID(5, 6)),
                    new JsonBuilder()
                            .put("run", new JsonBuilder().put("status", "succeeded").build())
                            .build());

    @Test
    void itsBytesAreTheCanonicalFormOfSchemaOne() {
        assertThat(new String(ENTRY.bytes(), StandardCharsets.UTF_8)).isEqualTo(JSON);
        assertThat(CanonicalJson.isCanonical(ENTRY.bytes())).isTrue();
    }

    @Test
    void itReadsBackToTheSameEntryAndTheSameBytes() {
        assertThat(parse(JSON)).isEqualTo(ENTRY);
        assertThat(parse(JSON).bytes()).isEqualTo(ENTRY.bytes());
        String withoutJob = JSON.replace("\"job\":\"00000000-0000-0005-0000-000000000006\",", "");
        assertThat(parse(withoutJob).job()).isEmpty();
        assertThat(parse(withoutJob).bytes())
                .isEqualTo(withoutJob.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wholeSecondsAreWrittenWithoutAFraction() {
        String whole = JSON.replace("30.120Z", "30Z");
        assertThat(parse(whole).bytes()).isEqualTo(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMissingMemberIsNamed() {
        for (String member :
                List.of(
                        "assertions",
                        "entryId",
                        "event",
                        "index",
                        "person",
                        "production",
                        "schema",
                        "time",
                        "name",
                        "role")) {
            assertThatThrownBy(() -> parse(JSON.replace("\"" + member + "\":", "\"other\":")))
                    .as(member)
                    .isInstanceOf(MalformedEntry.class)
                    .hasMessageContaining(member);
        }
    }

    @Test
    void aMemberOfAnotherKindOrValueIsRefused() {
        for (List<String> change :
                List.of(
                        List.of("\"index\":12", "\"index\":\"12\""),
                        List.of("\"index\":12", "\"index\":1.5"),
                        List.of("\"event\":\"outcome\"", "\"event\":\"party\""),
                        List.of("\"event\":\"outcome\"", "\"event\":\"OUTCOME\""),
                        List.of("\"role\":\"artist\"", "\"role\":\"king\""),
                        List.of("\"role\":\"artist\"", "\"role\":\"ARTIST\""),
                        List.of("Ana Núñez", " "),
                        List.of("2026-03-01T10:15:30.120Z", "yesterday"),
                        List.of("00000000-0000-0001-0000-000000000002", "not an id"),
                        List.of("00000000-0000-0005-0000-000000000006", "not an id"),
                        List.of("backlot.entry/1", "backlot.entry/2"),
                        List.of("{\"run\":{\"status\":\"succeeded\"}}", "[]"))) {
            assertThatThrownBy(() -> parse(JSON.replace(change.getFirst(), change.getLast())))
                    .as(change.getLast())
                    .isInstanceOf(MalformedEntry.class);
        }
        assertThatThrownBy(() -> parse(JSON.replace("backlot.entry/1", "backlot.entry/2")))
                .hasMessageContaining("backlot.entry/2");
        assertThatThrownBy(() -> parse(JSON.replace("\"outcome\"", "\"party\"")))
                .hasMessageContaining("party");
    }

    @Test
    void bytesOfAnotherFormAreNotTheEntryExactly() {
        byte[] exact = JSON.getBytes(StandardCharsets.UTF_8);
        assertThat(LedgerEntry.parseExact(exact).bytes()).isEqualTo(exact);

        byte[] spaced = JSON.replace("{\"", "{ \"").getBytes(StandardCharsets.UTF_8);
        assertThat(LedgerEntry.parse(spaced)).isEqualTo(LedgerEntry.parse(exact));
        assertThatThrownBy(() -> LedgerEntry.parseExact(spaced))
                .isInstanceOf(MalformedEntry.class)
                .hasMessageContaining("it is not written as schema v1 writes it");
    }

    @Test
    void everyCutIsRefused() {
        byte[] bytes = ENTRY.bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> LedgerEntry.parse(cut)).isInstanceOf(MalformedEntry.class);
        }
    }

    @Test
    void schemaOneReservesAllItsEvents() {
        assertThat(EventType.values())
                .extracting(EventType::wireName)
                .containsExactly(
                        "production",
                        "intent",
                        "outcome",
                        "import",
                        "human_edit",
                        "review",
                        "consent",
                        "withdrawal",
                        "handover",
                        "export",
                        "redaction",
                        "checkpoint",
                        "key_rotation",
                        "person",
                        "policy",
                        "use_case",
                        "show_tree",
                        "submit",
                        "override");
        for (EventType event : EventType.values()) {
            assertThat(EventType.ofWireName(event.wireName())).contains(event);
        }
        assertThat(EventType.ofWireName("party")).isEmpty();
    }

    @Test
    void aPersonHasANameOfOneTo200Characters() {
        assertThat(new Maker("x".repeat(200), Role.WRITER).name()).hasSize(200);
        for (String bad : List.of("", "  ", "x".repeat(201))) {
            assertThatThrownBy(() -> new Maker(bad, Role.WRITER))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Role.values())
                .extracting(Role::wireName)
                .containsExactly("artist", "writer", "producer");
        assertThat(Role.ofWireName("producer")).contains(Role.PRODUCER);
        assertThat(Role.ofWireName("king")).isEmpty();
    }

    @Test
    void aStatusIsAFindingOrANote() {
        var finding = ValidationStatus.finding("a.b", "entry 1", "why");
        assertThat(finding)
                .isEqualTo(
                        new ValidationStatus(
                                ValidationStatus.Severity.FINDING, "a.b", "entry 1", "why"));
        assertThat(ValidationStatus.note("a.b", "head", "why"))
                .isEqualTo(
                        new ValidationStatus(ValidationStatus.Severity.NOTE, "a.b", "head", "why"));
    }

    private static LedgerEntry parse(String json) {
        return LedgerEntry.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
