package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// A plate's way from the use case to the delivery with one person who is artist and producer.
class SoloStoryTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void onePersonUnderSoloDoesItAllAndItIsMarkedEverywhere() throws Exception {
        Desk ada = Desk.of("Ada", Files.createDirectory(temporary.resolve("ada")), "solo");
        Desk lawyer = new Desk("Lea", temporary, new Cli(temporary.resolve("lea")));
        ada.json("show", "add", ada.show(), "slot", "sky");
        String useCase = ada.useCase("all skies", "yes");
        String first = ada.plate(1, "final", "--use-case", useCase);
        ada.submit(first, "Ada", "final", "--slot", "sky");
        ada.decide(first, "changes-requested", "too dark");
        String second = ada.plate(2, "final", "--use-case", useCase);
        ada.submit(second, "Ada", "final", "--slot", "sky");
        assertThat(ada.exportFinal(second).exitCode()).isEqualTo(1);

        JsonObject approved = ada.decide(second, "approved", "it holds");
        assertThat(approved.truth("selfApproved")).contains(true);
        assertThat(ada.reviewed(second).truth("selfApproved")).contains(true);
        assertThat(ada.run("review", "list", ada.show(), "--all").out()).contains("self-approved");
        Cli.Result exported = ada.exportFinal(second);
        assertThat(exported.exitCode()).isZero();
        assertThat(exported.json().truth("selfApproved")).contains(true);
        assertThat(ada.backlot().run("person", "list", ada.show()).out()).contains("themself");
        ada.assertVerified();

        long verdict = approved.number("record").orElseThrow().asLong();
        ada.assertReceipt(lawyer, verdict, "review by Ada", true);
        long export = exported.json().number("exportRecord").orElseThrow().asLong();
        ada.assertReceipt(lawyer, export, "export by Ada", true);
        assertThat(ada.backlot().run("ledger", "show", ada.show(), export).out())
                .contains("\"selfApproved\":true");
    }
}
