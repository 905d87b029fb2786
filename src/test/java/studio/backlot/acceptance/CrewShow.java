package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.cli.CommandWords;

/// A production of a small crew that Ada began, with the producer Grace vouched for, and a person
/// whom its consent register may hold.
record CrewShow(Path folder, Cli backlot, Path show) {
    static final String NAME = "Zyxomma Wobbegongsen";
    static final String LIVE =
            "--replica ICDR --scope 'her silhouette at a window' --signed-separately";

    /// Makes it once, to be copied for each test.
    static void make(Path folder) throws IOException {
        var backlot = new Cli(folder.resolve("app"));
        TinyPack.install(backlot.packs(), "tiny");
        Path show = folder.resolve("show");
        List<Object> begin =
                List.of(
                        "production",
                        "new",
                        show,
                        "--preset",
                        "small-crew",
                        "--name",
                        "Night Harbour",
                        "--person",
                        "Ada");
        List<Object> add = List.of("person", "add", show, "--name", "Grace");
        List<Object> vouch = List.of("person", "enrol", show, "Grace", "--person", "Ada");
        for (List<Object> words : List.of(begin, add, vouch)) {
            assertThat(backlot.run(words.toArray()).exitCode()).as(words.toString()).isZero();
        }
    }

    static CrewShow copy(Path made, Path folder) throws IOException {
        TinyPack.copy(made, folder);
        return new CrewShow(folder, new Cli(folder.resolve("app")), folder.resolve("show"));
    }

    /// The same crew with another production.
    CrewShow with(Path other) {
        return new CrewShow(folder, backlot, other);
    }

    Cli.Result addFrom(Path file, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("consent", "add", show, "--file", file, "--person", "Ada"));
        words.addAll(List.of(more));
        return backlot.run(words.toArray());
    }

    String add(String options) {
        List<Object> words =
                new ArrayList<>(
                        List.of("consent", "add", show, "--subject", NAME, "--person", "Ada"));
        words.addAll(CommandWords.split(options));
        return backlot.json(words.toArray()).text("id").orElseThrow();
    }

    void override(String id, String person) {
        assertThat(
                        backlot.run(
                                        "override",
                                        "add",
                                        show,
                                        "--rule",
                                        "listed-name",
                                        "--for",
                                        id,
                                        "--reason",
                                        "cleared by legal",
                                        "--person",
                                        person)
                                .exitCode())
                .isZero();
    }

    Cli.Result generate(String prompt, Object... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of(
                                "generate",
                                "--prompt",
                                prompt,
                                "--production",
                                show,
                                "--pack",
                                "tiny",
                                "--steps",
                                2,
                                "--seed",
                                7,
                                "--out",
                                folder.resolve("plate-" + size() + ".png")));
        words.addAll(List.of(more));
        if (!words.contains("--person")) {
            words.addAll(List.of("--person", "Ada"));
        }
        return backlot.run(words.toArray());
    }

    long size() {
        return backlot.json("ledger", "list", show).number("size").orElseThrow().asLong();
    }

    JsonObject assertions(long index) {
        JsonObject shown = backlot.json("ledger", "show", show, index);
        return shown.object("entry").flatMap(entry -> entry.object("assertions")).orElseThrow();
    }

    String event(long index) {
        JsonObject shown = backlot.json("ledger", "show", show, index);
        return shown.object("entry").flatMap(entry -> entry.text("event")).orElseThrow();
    }

    List<String> decisions(long index) {
        return assertions(index).array("decisions").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .map(one -> one.text("rule").orElse("") + " " + one.text("decision").orElse(""))
                .toList();
    }

    static JsonObject first(JsonObject json, String array) {
        return (JsonObject) json.array(array).orElseThrow().getFirst();
    }

    static Stream<Long> numbers(JsonObject json, String array) {
        return json.array(array).orElseThrow().stream()
                .map(one -> ((JsonValue.JsonNumber) one).asLong());
    }
}
