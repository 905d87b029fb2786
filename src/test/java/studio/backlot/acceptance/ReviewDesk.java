package studio.backlot.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// One machine with one production, and what its persons type: a plate made, handed in, decided
/// about, exported.
final class ReviewDesk {
    final Cli backlot;
    final Path show;
    private final Path temporary;
    private int files;

    ReviewDesk(Path temporary) throws IOException {
        this.temporary = temporary;
        backlot = new Cli(temporary.resolve("app"));
        show = temporary.resolve("show");
        TinyPack.install(backlot.packs(), "tiny");
    }

    void make(String preset, String person) {
        backlot.json("production", "new", show, "--preset", preset, "--person", person);
        if (!preset.equals("solo")) {
            useCase("yes", person);
        }
    }

    /// Declares a use case for the whole show, with this answer to the last question.
    String useCase(String last, String person) {
        return backlot.json(
                        "use-case",
                        "add",
                        show,
                        "--title",
                        "backgrounds",
                        "--answer",
                        "q1=yes",
                        "--answer",
                        "q2=yes",
                        "--answer",
                        "q3=yes",
                        "--answer",
                        "q4=yes",
                        "--answer",
                        "q5=" + last,
                        "--person",
                        person)
                .text("id")
                .orElseThrow();
    }

    String generate(String person, int seed) {
        JsonObject made =
                backlot.json(
                        "generate",
                        "--prompt",
                        "a lighthouse",
                        "--pack",
                        "tiny",
                        "--steps",
                        2,
                        "--seed",
                        seed,
                        "--production",
                        show,
                        "--person",
                        person,
                        "--out",
                        temporary.resolve("plate.png"));
        return first(made, "plates").text("asset").orElseThrow();
    }

    JsonObject submit(String person, String plate, Object... more) {
        return backlot.json(
                Stream.concat(Stream.of("submit", show, plate, "--person", person), Stream.of(more))
                        .toArray());
    }

    JsonObject decide(String person, String plate, String decision) {
        return backlot.json(decision(person, plate, decision));
    }

    Cli.Result decideAs(String person, String plate, String decision) {
        return backlot.run(decision(person, plate, decision));
    }

    Object[] decision(String person, String plate, String decision) {
        return new Object[] {
            "review",
            "decide",
            show,
            "--asset",
            plate,
            "--decision",
            decision,
            "--reason",
            "it holds",
            "--person",
            person
        };
    }

    Cli.Result exportFinal(String person, String plate) {
        return backlot.run(
                Stream.concat(
                                Stream.of(export(person, plate, "--use", "final")),
                                Stream.of("--json"))
                        .toArray());
    }

    Object[] export(String person, String plate, Object... more) {
        Path file = temporary.resolve("out" + files++ + ".png");
        return Stream.concat(
                        Stream.of("export", show, plate, "--person", person, "--out", file),
                        Stream.of(more))
                .toArray();
    }

    Cli.Result add(String kind, String path) {
        return backlot.run("show", "add", show, kind, path, "--person", "Ada");
    }

    static long version(JsonObject submission) {
        return first(submission, "assets").number("version").orElseThrow().asLong();
    }

    static JsonObject first(JsonObject json, String array) {
        return (JsonObject) json.array(array).orElseThrow().getFirst();
    }

    static List<String> events(JsonObject listed) {
        return listed.array("entries").orElseThrow().stream()
                .map(one -> ((JsonObject) one).text("event").orElse(""))
                .toList();
    }
}
