package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.Signatory;

class PolicyHistoryTest {
    private static final Signatory PIA = TestEntries.typed("Pia", Role.PRODUCER);
    private static final ContentHash FILE = ContentHash.of(new byte[] {1});
    private static final ContentHash OTHER = ContentHash.of(new byte[] {2});

    private final PolicyHistory history = new PolicyHistory();

    @Test
    void aProductionWithoutSuchEntriesHasAdoptedNone() {
        assertThat(
                        history.accept(
                                TestEntries.entry(0, EventType.PRODUCTION, PIA, JsonObject.EMPTY)))
                .isEmpty();
        assertThat(history.latest()).isEmpty();
    }

    @Test
    void theLastPolicyOfThisLedgerCounts() {
        accept(0, EventType.PRODUCTION, PolicyPreset.SOLO, FILE, false);
        accept(4, EventType.POLICY, PolicyPreset.STREAMER, OTHER, true);

        PolicyHistory.Adopted latest = history.latest().orElseThrow();
        assertThat(latest.index()).isEqualTo(4);
        assertThat(latest.preset()).isEqualTo(PolicyPreset.STREAMER);
        assertThat(latest.file()).isEqualTo(OTHER);
        assertThat(latest.version()).isEqualTo(1);
        assertThat(latest.isFound()).isTrue();
        assertThat(latest.by()).isEqualTo("Pia");
        assertThat(history.all())
                .extracting(PolicyHistory.Adopted::isFound)
                .containsExactly(false, true);
    }

    @Test
    void policiesOfOtherLedgersAndRefusalsAreNoPolicyOfThisOne() {
        JsonObject label = label(PolicyPreset.SOLO, FILE, false);
        assertThat(history.accept(TestEntries.imported(0, EventType.POLICY, PIA, label))).isEmpty();
        assertThat(history.accept(TestEntries.entry(3, EventType.INTENT, PIA, label))).isEmpty();
        assertThat(
                        history.accept(
                                TestEntries.entry(
                                        3,
                                        EventType.POLICY,
                                        PIA,
                                        new JsonBuilder()
                                                .put("decision", JsonObject.EMPTY)
                                                .build())))
                .isEmpty();

        assertThat(history.all()).isEmpty();
    }

    @Test
    void aMalformedPolicyIsSaidAndNeverThrown() {
        for (String label :
                new String[] {
                    "{}",
                    "{\"preset\":\"grand\",\"file\":\"" + FILE.hex() + "\"}",
                    "{\"preset\":\"solo\",\"version\":1,\"file\":\"1\"}",
                    "{\"preset\":\"solo\",\"version\":1.5,\"file\":\"" + FILE.hex() + "\"}",
                }) {
            JsonObject assertions =
                    new JsonBuilder().put("policy", JsonReader.parse(label)).build();
            assertThat(
                            history.accept(TestEntries.entry(2, EventType.POLICY, PIA, assertions))
                                    .orElseThrow())
                    .contains("malformed");
        }
        assertThat(history.all()).isEmpty();
    }

    private void accept(
            long index, EventType event, PolicyPreset preset, ContentHash file, boolean isFound) {
        assertThat(
                        history.accept(
                                TestEntries.entry(index, event, PIA, label(preset, file, isFound))))
                .isEmpty();
    }

    private static JsonObject label(PolicyPreset preset, ContentHash file, boolean isFound) {
        return new JsonBuilder()
                .put("policy", PolicyHistory.label(preset.policy(), file, isFound))
                .build();
    }
}
