package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// An artist and a producer who never share a computer: work goes one way as a package, the verdict
/// the other, and what was approved there may leave here.
class TwoDesksTest {
    @TempDir private Path temporary = Path.of("");
    private int number;

    @Test
    void aPlateIsHandedOverSentBackDoneAgainAndApproved() throws IOException {
        ReviewDesk ada = desk("a");
        ReviewDesk pia = desk("p");
        ada.make("small-crew", "Ada");
        pia.make("small-crew", "Pia");
        enrol(ada, "Ada", pia, "Pia");
        enrol(pia, "Pia", ada, "Ada");

        ada.generate("Ada", 6);
        String first = ada.generate("Ada", 7);
        ada.submit("Ada", first, "--to", "Pia", "--use", "final", "--note", "mind the boats");
        Path work = temporary.resolve("work.backlot");
        handOver(ada, "Ada", work, "--to", "Pia");
        takeIn(pia, "Pia", work);
        assertThat(list(pia))
                .contains("in review")
                .contains("mind the boats")
                .contains("by Ada")
                .contains("1 draft is with its maker.");

        pia.decide("Pia", first, "changesRequested");
        send(pia, "Pia", ada, "Ada");
        assertThat(list(ada)).contains("by Pia: it holds");
        assertThat(ada.exportFinal("Ada", first).exitCode()).isEqualTo(1);

        String second = ada.generate("Ada", 8);
        ada.submit("Ada", second, "--to", "Pia", "--use", "final");
        Path again = temporary.resolve("again.backlot");
        handOver(ada, "Ada", again, "--to", "Pia");
        takeIn(pia, "Pia", again);
        pia.decide("Pia", second, "approved");
        send(pia, "Pia", ada, "Ada");

        Cli.Result exported = ada.exportFinal("Ada", second);
        assertThat(exported.exitCode()).as(exported.toString()).isZero();
        assertThat(ada.exportFinal("Ada", first).exitCode()).isEqualTo(1);
        for (ReviewDesk one : new ReviewDesk[] {ada, pia}) {
            Cli.Result verified = one.backlot.run("ledger", "verify", one.show, "--all-signatures");
            assertThat(verified.exitCode()).as(verified.toString()).isZero();
        }
    }

    private ReviewDesk desk(String folder) throws IOException {
        return new ReviewDesk(Files.createDirectory(temporary.resolve(folder)));
    }

    /// The one at this desk enrols the other by a card.
    private void enrol(ReviewDesk here, String who, ReviewDesk there, String other) {
        Path card = temporary.resolve(other + ".json");
        assertThat(there.backlot.run("person", "card", "--person", other, "--out", card).exitCode())
                .isZero();
        here.backlot.json("person", "enrol", here.show, card, "--person", who);
    }

    private static void handOver(ReviewDesk desk, String person, Path file, Object... more) {
        Object[] words = new Object[6 + more.length];
        words[0] = "package";
        words[1] = "export";
        words[2] = desk.show;
        words[3] = file;
        words[4] = "--person";
        words[5] = person;
        System.arraycopy(more, 0, words, 6, more.length);
        desk.backlot.json(words);
    }

    private static void takeIn(ReviewDesk desk, String person, Path file) {
        JsonObject taken =
                desk.backlot.json("package", "import", desk.show, file, "--person", person);
        assertThat(taken.truth("isNew")).contains(true);
    }

    private void send(ReviewDesk from, String sender, ReviewDesk to, String receiver) {
        Path back = temporary.resolve("back" + number++ + ".backlot");
        handOver(from, sender, back, "--to", receiver, "--verdicts");
        takeIn(to, receiver, back);
    }

    private static String list(ReviewDesk desk) {
        return desk.backlot.run("review", "list", desk.show, "--all").out();
    }
}
