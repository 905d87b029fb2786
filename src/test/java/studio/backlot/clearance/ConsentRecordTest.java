package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentRecordTest {
    @Test
    void promptsAreSearchedForTheNameAndEveryAlias() {
        ConsentRecord record =
                record("Jane Dow", List.of("J. D.", "Zentaya"), "a scan", Optional.empty());

        assertThat(record.names()).containsExactly("Jane Dow", "J. D.", "Zentaya");
    }

    @Test
    void aTextIsAsLongAsFourThousandCharacters() {
        String longest = "x".repeat(4_000);
        assertThat(record("Jane", List.of(), longest, Optional.of(longest)).scope())
                .isEqualTo(longest);

        assertThatThrownBy(() -> record("Jane", List.of(), longest + "x", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text of a consent has at most 4000 characters, not 4001");
        assertThatThrownBy(() -> record("Jane", List.of(), "a scan", Optional.of(longest + "x")))
                .hasMessageEndingWith("not 4001");
    }

    @Test
    void aNameIsAsLongAsTwoHundredCharacters() {
        String longest = "x".repeat(200);
        assertThat(record(longest, List.of(longest), "a scan", Optional.empty()).names())
                .containsExactly(longest, longest);

        assertThatThrownBy(() -> record("Jane", List.of(longest + "x"), "a scan", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a listed name has 1 to 200 characters");
        assertThatThrownBy(() -> record(" ", List.of(), "a scan", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ConsentRecord record(
            String subject, List<String> aliases, String scope, Optional<String> guardian) {
        return new ConsentRecord(
                subject,
                aliases,
                true,
                scope,
                "The Glass Orchard",
                true,
                Optional.empty(),
                false,
                guardian,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
