package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.PolicyHistory;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.PolicyReading;
import studio.backlot.clearance.PolicyWriter;
import studio.backlot.identity.SigningKey;
import studio.backlot.workflow.FollowPolicy.InForce;

class FollowPolicyTest {
    @TempDir private Path temporary = Path.of("");

    private Path file = Path.of("");
    private Optional<CrashedProduction> made = Optional.empty();

    @BeforeEach
    void makeAProductionAsItWasBeforeThereWereSuchFiles() throws Exception {
        Path folder = temporary.resolve("show");
        file = folder.resolve("policy.json");
        made = Optional.of(CrashedProduction.create(folder, SigningKey.generate()));
    }

    @AfterEach
    void close() throws Exception {
        made.orElseThrow().close();
    }

    @Test
    void aProductionFromBeforeWorksByItsPresetAndRecordsNothing() {
        OpenProduction production = open();
        long size = size(production);

        InForce inForce = new FollowPolicy(production).inForce(CrashedProduction.BY);

        assertThat(inForce.policy()).isEqualTo(PolicyPreset.SOLO.policy());
        assertThat(inForce.file())
                .isEqualTo(ContentHash.of(PolicyWriter.bytes(PolicyPreset.SOLO.policy())));
        assertThat(production.policy()).isEqualTo(PolicyPreset.SOLO.policy());
        assertThat(size(production)).isEqualTo(size);
    }

    @Test
    void aFileThatAppearsIsRecordedOnceWithACopyAndWhoActedFirst() throws Exception {
        OpenProduction production = open();
        byte[] bytes = PolicyWriter.bytes(PolicyPreset.STREAMER.policy());
        Files.write(file, bytes);
        long size = size(production);

        assertThat(new FollowPolicy(production).look().policy())
                .isEqualTo(PolicyPreset.STREAMER.policy());
        assertThat(size(production)).isEqualTo(size);
        for (int act = 0; act < 2; act++) {
            assertThat(new FollowPolicy(production).inForce(CrashedProduction.BY))
                    .isEqualTo(new InForce(PolicyPreset.STREAMER.policy(), ContentHash.of(bytes)));
        }

        assertThat(size(production)).isEqualTo(size + 1);
        PolicyHistory.Adopted adopted = production.register().policies().latest().orElseThrow();
        assertThat(adopted.isFound()).isTrue();
        assertThat(adopted.by()).isEqualTo("Mia");
        assertThat(production.assets().read(adopted.file())).isEqualTo(bytes);
    }

    @Test
    void oneThatHadAFileAndLostItStops() throws Exception {
        OpenProduction production = open();
        Files.write(file, PolicyWriter.bytes(PolicyPreset.SOLO.policy()));
        new FollowPolicy(production).inForce(CrashedProduction.BY);
        Files.delete(file);

        assertThatThrownBy(() -> new FollowPolicy(production).inForce(CrashedProduction.BY))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("the file is gone");
        assertThat(new FollowPolicy(production).reading())
                .isInstanceOf(PolicyReading.Unusable.class);
    }

    @Test
    void aFileThatCannotBeReadStops() throws Exception {
        OpenProduction production = open();
        Files.createDirectory(file);

        assertThatThrownBy(() -> new FollowPolicy(production).inForce(CrashedProduction.BY))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void ofManyFindingsTheFirstFewAreSaidAndTheRestCounted() throws Exception {
        Files.writeString(file, "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1}");

        assertThatThrownBy(() -> open().policy())
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("/schema")
                .hasMessageContaining("and 3 more")
                .hasMessageContaining("policy check");
    }

    private OpenProduction open() {
        return made.orElseThrow().opened(temporary.resolve("show"));
    }

    private static long size(OpenProduction production) {
        return production.ledger().head().checkpoint().size();
    }
}
