package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.app.Cli;
import studio.backlot.app.Desk;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonValue.JsonObject;

/// A package goes from one machine to another through the command line.
class PackageTest {
    @TempDir private Path temporary = Path.of("");

    @Test
    void aSubmissionIsHandedOverAndTakenInOnce() throws IOException {
        try (Desk ana = desk("a", "Ana");
                Desk pia = desk("p", "Pia")) {
            ana.enrol(pia.person());
            pia.enrol(ana.person());
            ana.plate("a secret draft", "never shown");
            ContentHash plate = ana.plate("a harbour", "harbour at dawn");
            UUID submission = ana.submit(plate, "please look");
            Path file = temporary.resolve("work.backlot");

            JsonObject exported =
                    cli("a").json(
                                    "package",
                                    "export",
                                    ana.show,
                                    file,
                                    "--to",
                                    "Pia",
                                    "--submission",
                                    submission,
                                    "--person",
                                    "Ana");
            assertThat(exported.number("files").orElseThrow().asLong()).isEqualTo(1);
            assertThat(exported.number("heldBack").orElseThrow().asLong()).isEqualTo(1);

            JsonObject imported =
                    cli("p").json("package", "import", pia.show, file, "--person", "Pia");
            assertThat(imported.text("from")).contains("Ana");
            assertThat(imported.truth("isNew")).contains(true);
            assertThat(imported.array("assets").orElseThrow().toString()).contains(plate.hex());
            JsonObject again =
                    cli("p").json("package", "import", pia.show, file, "--person", "Pia");
            assertThat(again.truth("isNew")).contains(false);
            assertThat(cli("p").run("package", "import", pia.show, file, "--person", "Pia").out())
                    .contains("nothing new");
            assertThat(cli("p").run("ledger", "verify", pia.show, "--all-signatures").exitCode())
                    .isZero();
        }
    }

    @Test
    void wordsThatContradictEachOtherAreWrongUseAndWhatIsNotThereIsSaid() throws IOException {
        try (Desk ana = desk("a", "Ana")) {
            Path file = temporary.resolve("work.backlot");
            String id = UUID.randomUUID().toString();

            Cli.Result both = export(ana, file, "--to", "Pia", "--verdicts", "--submission", id);
            assertThat(both.exitCode()).isEqualTo(2);
            assertThat(export(ana, file).exitCode()).isEqualTo(2);
            assertThat(export(ana, file, "--to", "Pia", "--open", "all").exitCode()).isEqualTo(2);
            assertThat(export(ana, file, "--to", "Pia", "--submission", "x").exitCode())
                    .isEqualTo(2);
            Cli.Result nothing = export(ana, file, "--to", "Pia");
            assertThat(nothing.exitCode()).isEqualTo(1);
            assertThat(nothing.err()).contains("nothing was handed in here yet");
            assertThat(export(ana, file, "--to", "Pia", "--submission", id).err())
                    .contains("there is no submission " + id);
            assertThat(export(ana, file, "--to", "Pia", "--verdicts").err())
                    .contains("there is no verdict on anything that Pia handed in");
            assertThat(file).doesNotExist();

            Cli.Result absent = cli("a").run("package", "import", ana.show, file);
            assertThat(absent.exitCode()).isEqualTo(1);
            assertThat(absent.err()).contains("there is no file");
            assertThat(cli("a").run("package").exitCode()).isEqualTo(2);
        }
    }

    private Cli.Result export(Desk ana, Path file, Object... more) {
        Object[] words = new Object[6 + more.length];
        words[0] = "package";
        words[1] = "export";
        words[2] = ana.show;
        words[3] = file;
        words[4] = "--person";
        words[5] = "Ana";
        System.arraycopy(more, 0, words, 6, more.length);
        return cli("a").run(words);
    }

    private Desk desk(String folder, String name) throws IOException {
        return new Desk(Files.createDirectory(temporary.resolve(folder)), name);
    }

    private Cli cli(String folder) {
        return new Cli(temporary.resolve(folder).resolve("app"));
    }
}
