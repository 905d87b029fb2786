package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonObject;

/// A production that Pia began and Ada works in, on one machine, with a pack under the MIT licence.
record RuledShow(Path temporary, Cli backlot, Path show, Path pack) {

    static RuledShow in(Path temporary) throws IOException {
        var backlot = new Cli(temporary.resolve("app"));
        Path pack = TinyPack.install(backlot.packs(), "tiny");
        Files.writeString(pack.resolve("README.md"), "---\nlicense: mit\n---\n# Tiny\n");
        return new RuledShow(temporary, backlot, temporary.resolve("show"), pack);
    }

    /// Makes the production as Pia, with this preset.
    void make(String preset) {
        assertThat(
                        backlot.run(
                                        "production",
                                        "new",
                                        show,
                                        "--preset",
                                        preset,
                                        "--person",
                                        "Pia")
                                .exitCode())
                .isZero();
    }

    /// One plate by Ada, with these further words.
    Cli.Result generate(Object... more) {
        return backlot.run(
                Stream.concat(
                                Stream.of(
                                        "generate",
                                        "--production",
                                        show,
                                        "--prompt",
                                        "a lighthouse",
                                        "--pack",
                                        "tiny",
                                        "--steps",
                                        1,
                                        "--person",
                                        "Ada",
                                        "--out",
                                        temporary.resolve("plate.png")),
                                Stream.of(more))
                        .toArray());
    }

    Cli.Result decide(String id, String person, String decision) {
        return backlot.run(
                "use-case",
                "decide",
                show,
                id,
                "--decision",
                decision,
                "--reason",
                "seen",
                "--person",
                person);
    }

    int verify() {
        return backlot.run("ledger", "verify", show).exitCode();
    }

    List<String> events() {
        return backlot.json("ledger", "list", show).array("entries").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .map(entry -> entry.text("event").orElse(""))
                .toList();
    }

    long lastIndex() {
        return whole(backlot.json("ledger", "list", show), "size") - 1;
    }

    JsonObject last() {
        return entry(lastIndex());
    }

    JsonObject entry(long index) {
        return backlot.json("ledger", "show", show, index).object("entry").orElseThrow();
    }

    static List<String> words(JsonObject assertions, String member) {
        return assertions.array("decisions").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .map(decision -> decision.text(member).orElse(""))
                .toList();
    }

    static JsonObject first(JsonObject json, String name) {
        List<JsonValue> all = json.array(name).orElseThrow();
        return (JsonObject) all.getFirst();
    }

    static long whole(JsonObject json, String name) {
        return json.number(name).orElseThrow().asLong();
    }
}
