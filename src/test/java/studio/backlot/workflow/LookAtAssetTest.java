package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Desk;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ReviewState;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Maker;

class LookAtAssetTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void theEvidenceSaysWhoMadeItWhatWasSaidAndWhatWasDecided() {
        try (var desk = new Desk(folder, "Ada")) {
            ContentHash plate = desk.plate("pixels", "a lighthouse");
            desk.submit(plate, "cold as asked");
            desk.decide(plate, "approved", "this is it");
            AssetEvidence found = look(desk, plate, desk.everyday().maker());
            RecordFacts facts = found.facts();
            assertThat(facts.what().asset()).isEqualTo(plate);
            assertThat(facts.what().version()).contains(1L);
            assertThat(facts.who().name()).isEqualTo("Ada");
            assertThat(facts.who().isEnrolled()).isTrue();
            assertThat(facts.madeWith().prompt()).contains("a lighthouse");
            assertThat(facts.from()).isEqualTo(new RecordFacts.From(0, false));
            assertThat(facts.usedFor())
                    .singleElement()
                    .satisfies(used -> {
                        assertThat(used.use()).isEqualTo(UseLabel.FINAL);
                        assertThat(used.state()).isEqualTo(ReviewState.APPROVED);
                        assertThat(used.by()).contains("Ada");
                    });
            assertThat(facts.sealed().isForeign()).isFalse();
            assertThat(facts.exact()).contains("succeeded", plate.hex());
            assertThat(found.handed().map(AssetEvidence.Handed::state))
                    .contains(ReviewState.APPROVED);
            assertThat(found.history())
                    .extracting(AssetEvidence.Happened::kind)
                    .containsExactly(
                            AssetEvidence.Kind.MADE,
                            AssetEvidence.Kind.HANDED_IN,
                            AssetEvidence.Kind.DECIDED);
            assertThat(found.history())
                    .extracting(AssetEvidence.Happened::words)
                    .containsExactly(
                            Optional.empty(),
                            Optional.of("cold as asked"),
                            Optional.of("this is it"));
            assertThat(found.before()).isEmpty();
        }
    }

    private static AssetEvidence look(Desk desk, ContentHash plate, Maker reader) {
        try (OpenProduction production = desk.open()) {
            return new LookAtAsset(production).of(plate, reader);
        }
    }

    @Test
    void aDraftOfSomebodyElseIsNotShown() {
        try (var desk = new Desk(folder, "Ada")) {
            ContentHash plate = desk.plate("pixels", "a lighthouse");
            assertThat(look(desk, plate, desk.everyday().maker()).handed()).isEmpty();
            assertThatThrownBy(() -> look(desk, plate, new Maker("Pia", Role.PRODUCER)))
                    .isInstanceOf(ActRefused.class)
                    .hasMessageContaining("sealed");
        }
    }
}
