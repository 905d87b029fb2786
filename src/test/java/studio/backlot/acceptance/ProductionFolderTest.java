package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

class ProductionFolderTest {
    @TempDir private Path temporary = Path.of("");

    private Cli backlot = new Cli(Path.of(""));
    private Path show = Path.of("");
    private Path plate = Path.of("");

    @BeforeEach
    void installPack() throws IOException {
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        plate = temporary.resolve("plate.png");
        TinyPack.install(backlot.packs(), "tiny");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My Show – Staffel 2",
                "放送 лампа 🏮",
                "a#b?c%20d&e=f",
                "it's \"quoted\"; DROP",
                "-rf"
            })
    void aProductionMayHaveAnyName(String name) throws IOException {
        Path folder = temporary.resolve("sub folder é").resolve(name);
        Path file = Files.createDirectories(temporary.resolve("out")).resolve(name + ".png");

        assertThat(generate(folder, file)).isEqualTo(0);

        assertThat(backlot.json("ledger", "verify", folder).truth("clean")).contains(true);
        assertThat(backlot.json("production", "info", folder).text("name")).contains(name);
        assertThat(backlot.run("replay", folder, 2).out()).isEqualTo("identical\n");
        assertThat(
                        backlot.json("inspect", file, "--production", folder)
                                .array("matches")
                                .orElseThrow())
                .isNotEmpty();
        assertThat(folder.resolveSibling("").toFile().list()).containsExactly(name);
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAsItIs() throws IOException {
        Path thesis =
                Files.writeString(
                        Files.createDirectory(show).resolve("thesis.txt"), "years of work");

        Cli.Result made = backlot.run("production", "new", show);
        assertThat(made.exitCode()).isEqualTo(1);
        assertThat(made.err())
                .contains("is not empty")
                .contains("thesis.txt")
                .contains("choose an empty or a new folder");
        assertThat(generate(show, plate)).isEqualTo(1);
        assertThat(backlot.run("production", "new", thesis).err()).contains("is a file");
        assertThat(show.toFile().list()).containsExactly("thesis.txt");
        assertThat(thesis).hasContent("years of work");
        assertThat(plate).doesNotExist();
    }

    @Test
    void aProductionIsNotMadeTwice() {
        assertThat(backlot.run("production", "new", show).exitCode()).isZero();

        Cli.Result again = backlot.run("production", "new", show);

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("is already a production");
        assertThat(
                        backlot.run(
                                        "production",
                                        "new",
                                        temporary.resolve("other"),
                                        "--preset",
                                        "circus")
                                .exitCode())
                .isEqualTo(2);
        assertThat(temporary.resolve("other")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoProductionIsSaidToBeNone() {
        for (String command : new String[] {"list", "verify", "checkpoint"}) {
            Cli.Result absent = backlot.run("ledger", command, show);
            assertThat(absent.exitCode()).as(command).isEqualTo(1);
            assertThat(absent.err())
                    .as(command)
                    .contains(show.toString())
                    .doesNotContain("Exception");
            assertThat(backlot.run("ledger", command, temporary).exitCode()).isEqualTo(1);
        }
        assertThat(backlot.run("production", "info", show).err())
                .contains("backlot production new");
        assertThat(show).doesNotExist();
    }

    @Test
    void aProductionOfANewerFormatIsNotTouched() throws IOException {
        assertThat(generate(show, plate)).isEqualTo(0);
        Path description = show.resolve("production.json");
        String text = Files.readString(description);
        Files.writeString(description, text.replace("\"format\":1", "\"format\":2"));
        assertThat(Files.readString(description)).isNotEqualTo(text);

        Cli.Result info = backlot.run("production", "info", show);

        assertThat(info.exitCode()).isEqualTo(1);
        assertThat(info.err()).contains("2").contains("newer");
        assertThat(generate(show, plate)).isEqualTo(1);
        assertThat(backlot.run("ledger", "verify", show).exitCode())
                .as("verifying needs the ledger only")
                .isZero();
        Files.writeString(description, text);
        assertThat(backlot.json("ledger", "list", show).number("size").orElseThrow().asLong())
                .isEqualTo(4);
    }

    @Test
    void aLedgerOfANewerVersionIsNotTouched() throws SQLException {
        assertThat(generate(show, plate)).isEqualTo(0);
        execute("ledger.sqlite", "PRAGMA user_version = 99");

        Cli.Result written = backlot.run("ledger", "checkpoint", show);
        Cli.Result read = backlot.run("ledger", "list", show);

        assertThat(written.exitCode()).isEqualTo(1);
        assertThat(written.err()).contains("newer");
        assertThat(read.exitCode()).isEqualTo(1);
        assertThat(read.err()).contains("newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace.sqlite", "index.sqlite"})
    void aDatabaseThatCanBeMadeAgainIsMadeAgain(String name) throws IOException {
        assertThat(generate(show, plate)).isEqualTo(0);
        assertThat(backlot.run("ledger", "prove", show, 2).exitCode()).isZero();
        assertThat(show.resolve(name)).exists();
        for (String ending : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(show.resolve(name + ending));
        }

        assertThat(backlot.json("ledger", "list", show).number("size").orElseThrow().asLong())
                .isEqualTo(4);
        assertThat(backlot.run("ledger", "show", show, 2).exitCode()).isZero();
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
        assertThat(backlot.run("production", "check", show).exitCode()).isZero();
        assertThat(backlot.run("replay", show, 2).out()).isEqualTo("identical\n");
        assertThat(show.resolve(name)).as("reading writes nothing").doesNotExist();
        assertThat(generate(show, plate)).isEqualTo(0);
        assertThat(backlot.run("ledger", "prove", show, 5).exitCode()).isZero();
        assertThat(show.resolve(name)).exists();
        assertThat(backlot.json("ledger", "verify", show).number("entries").orElseThrow().asLong())
                .isEqualTo(7);
    }

    @Test
    void aDatabaseThatCannotBeMadeAgainIsMissedInWords() throws IOException {
        assertThat(generate(show, plate)).isEqualTo(0);
        for (String name : new String[] {"payload.sqlite", "ledger.sqlite"}) {
            for (String ending : new String[] {"-wal", "-shm", ""}) {
                Files.deleteIfExists(show.resolve(name + ending));
            }
            Cli.Result read = backlot.run("ledger", "show", show, 1);
            assertThat(read.exitCode()).as(name).isEqualTo(1);
            assertThat(read.err()).contains(name).doesNotContain("this should not have happened");
            Cli.Result written = backlot.run("ledger", "checkpoint", show);
            assertThat(written.exitCode()).as(name).isEqualTo(1);
            assertThat(written.err())
                    .contains(name)
                    .doesNotContain("this should not have happened");
            assertThat(backlot.run("ledger", "verify", show).exitCode()).as(name).isEqualTo(1);
            assertThat(show.resolve(name)).as("no empty one takes its place").doesNotExist();
        }
    }

    @Test
    void withoutTheKeyAProductionIsReadAndVerifiedAndNotWritten() {
        assertThat(generate(show, plate)).isEqualTo(0);
        var elsewhere = new Cli(temporary.resolve("another machine"));

        JsonObject report = elsewhere.json("ledger", "verify", show);
        assertThat(report.truth("clean")).contains(true);
        assertThat(
                        report.object("payloads")
                                .flatMap(p -> p.number("locked"))
                                .orElseThrow()
                                .asLong())
                .isEqualTo(3);
        assertThat(elsewhere.run("ledger", "show", show, 1).out())
                .contains("sealed; its key is not on this machine");
        assertThat(elsewhere.run("replay", show, 2).out())
                .startsWith("not possible: the words of the run are sealed");
        for (Object[] writing :
                new Object[][] {
                    {
                        "generate",
                        "--prompt",
                        "x",
                        "--production",
                        show,
                        "--out",
                        temporary.resolve("other.png")
                    },
                    {"export", show, 2, "--out", temporary.resolve("other.png")},
                    {"erase", show, 1, "--reason", "x"},
                    {"ledger", "checkpoint", show}
                }) {
            Cli.Result refused = elsewhere.run(writing);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("does not hold the key that signs the ledger")
                    .contains("open it for reading");
        }
        assertThat(temporary.resolve("other.png")).doesNotExist();
        assertThat(backlot.json("ledger", "list", show).number("size").orElseThrow().asLong())
                .isEqualTo(4);
    }

    @Test
    void aLockedDatabaseIsWaitedForAndThenSaidToBeBusy() throws SQLException {
        assertThat(generate(show, plate)).isEqualTo(0);
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + show.resolve("ledger.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() ->
                            execute("ledger.sqlite", "PRAGMA busy_timeout = 0; BEGIN IMMEDIATE"))
                    .as("the obstacle holds")
                    .hasMessageContaining("SQLITE_BUSY");

            Cli.Result refused = backlot.run("erase", show, 1, "--reason", "x");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("ledger.sqlite")
                    .containsIgnoringCase("another program");
            assertThat(backlot.run("ledger", "list", show).exitCode())
                    .as("reading goes on")
                    .isZero();
        }
        assertThat(backlot.run("ledger", "verify", show).exitCode()).isZero();
        assertThat(backlot.run("ledger", "show", show, 1).out())
                .contains("prompt (payload 1): dusk");
    }

    @Test
    void anAnchorInsideTheProductionIsRefused() {
        Cli.Result inside =
                backlot.run("production", "new", show, "--anchor", show.resolve("anchor"));

        assertThat(inside.exitCode()).isEqualTo(1);
        assertThat(inside.err())
                .contains("lies inside the production")
                .contains("choose one outside");
    }

    private int generate(Path production, Path out) {
        return backlot.run(
                        "generate",
                        "--prompt",
                        "dusk",
                        "--production",
                        production,
                        "--pack",
                        "tiny",
                        "--steps",
                        2,
                        "--seed",
                        7,
                        "--out",
                        out)
                .exitCode();
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + show.resolve(database));
                var statement = connection.createStatement()) {
            for (String one : sql.split(";", -1)) {
                statement.execute(one);
            }
        }
    }
}
