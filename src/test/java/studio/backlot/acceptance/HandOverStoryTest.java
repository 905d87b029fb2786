package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// A plate's way from the idea to the delivery: artist, writer and producer at three machines that
/// share nothing but packages.
class HandOverStoryTest {
    private static final String SLOT = "101/0120/sky";

    @TempDir private Path temporary = Path.of("");

    @Test
    void threePersonsAtThreeMachinesClearAPlate() throws Exception {
        Desk ada = Desk.of("Ada", Files.createDirectory(temporary.resolve("ada")), "small-crew");
        Desk wim = Desk.of("Wim", Files.createDirectory(temporary.resolve("wim")), "small-crew");
        Desk pia = Desk.of("Pia", Files.createDirectory(temporary.resolve("pia")), "small-crew");
        ada.vouchFor(wim, pia);
        wim.vouchFor(ada, pia);
        pia.vouchFor(ada, wim);

        // the writer breaks the scene down and sends a first idea
        wim.json("show", "add", wim.show(), "episode", "101");
        wim.json("show", "add", wim.show(), "shot", "101/0120");
        wim.json("show", "add", wim.show(), "slot", SLOT);
        String idea = wim.plate(1, "idea");
        wim.submit(idea, "Ada,Pia", "idea", "--slot", SLOT, "--note", "it must feel cold");
        wim.handOver(ada, "idea.backlot", "--open", "prompts");
        assertThat(ada.reviewed(idea).text("note")).contains("it must feel cold");
        assertThat(ada.backlot().run("show", "list", ada.show()).out())
                .contains("sky  slot", "v001  idea");

        // the artist declares what it is for, and paints; final work waits for a producer
        String useCase = ada.useCase("sky replacements of episode 101", "no");
        assertThat(ada.useCases()).contains("waits for a producer");
        String first = ada.plate(2, "temp", "--use-case", useCase);
        ada.plate(3, "temp", "--use-case", useCase);
        long version =
                ada.submit(
                        first,
                        "Pia",
                        "temp",
                        "--slot",
                        SLOT,
                        "--answer",
                        "use-case=these skies stay in the picture");
        assertThat(version).isEqualTo(2);
        JsonObject taken = ada.handOver(pia, "first.backlot", "--open", "prompts");
        assertThat(taken.number("heldBack").orElseThrow().asLong()).isEqualTo(1);

        // the producer looks, allows the use, and sends the plate back
        JsonObject waiting = pia.reviewed(first);
        assertThat(waiting.text("state")).contains("inReview");
        assertThat(waiting.toString()).contains("these skies stay in the picture");
        assertThat(pia.useCases()).contains("sky replacements", "waits for a producer");
        pia.json(
                pia.signed(
                        "use-case",
                        "decide",
                        pia.show(),
                        useCase,
                        "--decision",
                        "approved",
                        "--reason",
                        "no face and no brand in them"));
        pia.decide(first, "changes-requested", "the horizon is too high");
        pia.handOver(ada, "changes.backlot", "--verdicts");
        JsonObject answer = ada.reviewed(first);
        assertThat(answer.text("state")).contains("changesRequested");
        assertThat(answer.text("reason")).contains("the horizon is too high");
        assertThat(answer.text("decidedBy")).contains("Pia");
        assertThat(ada.useCases()).contains("approved by a producer");

        // a new version; its maker may not approve it
        String second = ada.plate(4, "final", "--use-case", useCase);
        assertThat(ada.submit(second, "Pia", "final", "--slot", SLOT)).isEqualTo(3);
        Cli.Result own =
                ada.run(
                        ada.signed(
                                "review",
                                "decide",
                                ada.show(),
                                "--asset",
                                second,
                                "--decision",
                                "approved",
                                "--reason",
                                "I like it"));
        assertThat(own.exitCode()).isEqualTo(1);
        assertThat(own.err()).contains("refused by the rule approval");
        ada.handOver(pia, "second.backlot");
        JsonObject approved = pia.decide(second, "approved", "this is it");
        assertThat(approved.truth("selfApproved")).contains(false);
        pia.handOver(ada, "approved.backlot", "--verdicts");
        assertThat(ada.reviewed(second).text("state")).contains("approved");
        assertThat(ada.reviewed(first).text("state")).contains("changesRequested");

        // it may leave as final, and the earlier version may not
        assertThat(ada.exportFinal(second).exitCode()).isZero();
        assertThat(ada.exportFinal(first).exitCode()).isEqualTo(1);
        String third = ada.plate(5, "final", "--use-case", useCase);
        ada.submit(third, "Pia", "final", "--slot", SLOT);
        assertThat(ada.reviewed(third).truth("changedSinceApproved")).contains(true);

        // the same package twice changes nothing
        JsonObject again = ada.json("package", "import", ada.show(), pia.file("approved.backlot"));
        assertThat(again.truth("isNew")).contains(false);

        for (Desk desk : List.of(ada, wim, pia)) {
            desk.assertVerified();
        }
        long verdict = approved.number("record").orElseThrow().asLong();
        pia.assertReceipt(wim, verdict, "review by Pia", false);
    }
}
