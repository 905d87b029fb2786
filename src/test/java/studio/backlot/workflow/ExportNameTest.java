package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.search.AssetFacts;
import studio.backlot.search.AssetRow;

class ExportNameTest {
    private static final ContentHash ASSET = ContentHash.of(new byte[] {1});

    @Test
    void aFileIsNamedByItsPlaceAndItsVersion() {
        assertThat(name("LH/020/030/bg", 3)).isEqualTo("LH_020_030_bg_v003.png");
        assertThat(name("LH/020/030/bg", 1_204)).isEqualTo("LH_020_030_bg_v1204.png");
    }

    @Test
    void aCodeThatHoldsTheOnesAboveItIsNotSaidTwice() {
        assertThat(name("LH/LH_020/LH_020_030/bg", 3)).isEqualTo("LH_020_030_bg_v003.png");
        assertThat(name("1/12/bg", 1)).isEqualTo("1_12_bg_v001.png");
    }

    @Test
    void whatOtherSystemsDoNotTakeIsLeftOut() {
        assertThat(name("LH/2: el río?/..\\x", 1)).isEqualTo("LH_2_el_río_x_v001.png");
        assertThat(name("***", 1)).isEqualTo("plate_v001.png");
    }

    @Test
    void withoutASlotTheShowAndTheHashNameIt() {
        assertThat(ExportName.of(card(Optional.empty()), "The Harbour", Optional.empty(), "png"))
                .isEqualTo("The_Harbour_" + ASSET.hex().substring(0, 8) + ".png");
    }

    private static String name(String path, long version) {
        return ExportName.of(card(Optional.of(path)), "Harbour", Optional.of(version), "png");
    }

    private static AssetCard card(Optional<String> path) {
        return new AssetCard(
                ASSET,
                new AssetCard.Made(
                        new AssetFacts.Origin(new UUID(1, 1), 3, Optional.empty()),
                        "Ana",
                        Instant.EPOCH,
                        Optional.empty(),
                        new AssetFacts.Size(0, 0)),
                path.map(words -> new AssetRow.Slot(new UUID(2, 2), words)),
                new AssetCard.Standing(
                        ReviewState.DRAFT, false, false, Optional.empty(), Optional.empty(), 0),
                AssetCard.Marks.NONE,
                new AssetRow.Key("", 0));
    }
}
