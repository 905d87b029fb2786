package studio.backlot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.Maker;

class EntrySummaryTest {
    private static final ContentHash PLATE = ContentHash.of(new byte[] {1});
    private static final ContentHash MASK = ContentHash.of(new byte[] {2});

    private static EntrySummary summary(JsonObject assertions) {
        return EntrySummary.of(
                new LedgerEntry(
                        3,
                        new UUID(1, 1),
                        new UUID(2, 2),
                        EventType.OUTCOME,
                        Instant.parse("2026-11-24T10:00:00Z"),
                        new Maker("Ana", Role.ARTIST),
                        Optional.of(new UUID(3, 3)),
                        assertions));
    }

    @Test
    void statusUseAndAssetsAreFoundInTheAssertions() {
        EntrySummary summary =
                summary(
                        new JsonBuilder()
                                .put(
                                        "run",
                                        new JsonBuilder()
                                                .put("status", "succeeded")
                                                .put("intent", 2)
                                                .build())
                                .put("request", new JsonBuilder().put("use", "temp").build())
                                .put(
                                        "outputs",
                                        List.of(
                                                new JsonBuilder().put("asset", PLATE.hex()).build(),
                                                new JsonBuilder().put("asset", MASK.hex()).build(),
                                                new JsonBuilder()
                                                        .put("asset", PLATE.hex())
                                                        .put("file", MASK.hex())
                                                        .build()))
                                .build());

        assertThat(summary.status()).contains("succeeded");
        assertThat(summary.use()).contains("temp");
        assertThat(summary.assets()).containsExactlyInAnyOrder(PLATE, MASK).isSorted();
        assertThat(summary.index()).isEqualTo(3);
        assertThat(summary.job()).contains(new UUID(3, 3));
    }

    @Test
    void whatTheAssertionsDoNotSayIsEmpty() {
        EntrySummary summary =
                summary(new JsonBuilder().put("asset", "a short text").put("use", 3).build());

        assertThat(summary.status()).isEmpty();
        assertThat(summary.use()).isEmpty();
        assertThat(summary.assets()).isEmpty();
    }
}
