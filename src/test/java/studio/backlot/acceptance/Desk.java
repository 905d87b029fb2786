package studio.backlot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.app.Cli;
import studio.backlot.base.JsonValue.JsonObject;

/// One person at a machine of their own: an app folder with their keys, their copy of the show, and
/// the passphrase of their guarded key.
record Desk(String person, Path folder, Cli backlot) {
    /// A machine in a folder, with a pack, where this person begins the show.
    static Desk of(String person, Path folder, String preset) throws IOException {
        var desk = new Desk(person, folder, new Cli(folder.resolve("app")));
        TinyPack.install(desk.backlot.packs(), "tiny");
        Files.writeString(desk.passphrase(), "the passphrase of " + person + "\n");
        desk.json("person", "passphrase", "--new-passphrase-file", desk.passphrase());
        desk.json("production", "new", desk.show(), "--preset", preset);
        return desk;
    }

    Path show() {
        return folder.resolve("show");
    }

    private Path passphrase() {
        return folder.resolve("passphrase");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Runs a command as this person, without their passphrase.
    Cli.Result run(Object... words) {
        return backlot.run(
                Stream.concat(Stream.of(words), Stream.of("--person", person)).toArray());
    }

    /// Runs a command as this person that must end with 0 and print one JSON document.
    JsonObject json(Object... words) {
        return backlot.json(
                Stream.concat(Stream.of(words), Stream.of("--person", person)).toArray());
    }

    /// The words with this person's passphrase behind them, for what the guarded key signs.
    Object[] signed(Object... words) {
        return Stream.concat(Stream.of(words), Stream.of("--passphrase-file", passphrase()))
                .toArray();
    }

    /// Takes the cards of others and vouches for them.
    void vouchFor(Desk... others) {
        for (Desk other : others) {
            Path card = other.file("card-" + other.person + ".json");
            other.json("person", "card", "--out", card);
            json(signed("person", "enrol", show(), card));
        }
    }

    /// Makes a plate and gives its asset's hash.
    String plate(int seed, String use, Object... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of(
                                "generate",
                                "--production",
                                show(),
                                "--prompt",
                                "fog over a harbour, take " + seed,
                                "--pack",
                                "tiny",
                                "--steps",
                                1,
                                "--seed",
                                seed,
                                "--use",
                                use,
                                "--out",
                                file("plate-" + seed + ".png")));
        words.addAll(List.of(more));
        JsonObject made = json(words.toArray());
        return ((JsonObject) made.array("plates").orElseThrow().getFirst())
                .text("asset")
                .orElseThrow();
    }

    /// Hands a package over to another desk, which takes it in.
    JsonObject handOver(Desk to, String name, Object... choice) {
        Path file = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("package", "export", show(), file));
        words.addAll(List.of("--to", to.person));
        words.addAll(List.of(choice));
        json(signed(words.toArray()));
        return to.json("package", "import", to.show(), file);
    }

    JsonObject decide(String asset, String decision, String reason) {
        return json(
                signed(
                        "review",
                        "decide",
                        show(),
                        "--asset",
                        asset,
                        "--decision",
                        decision,
                        "--reason",
                        reason));
    }

    /// What `review list --all` says of an asset.
    JsonObject reviewed(String asset) {
        return json("review", "list", show(), "--all").array("works").orElseThrow().stream()
                .map(JsonObject.class::cast)
                .filter(work -> work.text("asset").orElse("").equals(asset))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(person + " sees no " + asset));
    }

    /// The words of the log key's fingerprint, as its owner says them on the telephone.
    String keyWords() {
        return backlot.json("production", "info", show()).text("logKeyWords").orElseThrow();
    }

    /// Hands a plate in and gives the version it became.
    long submit(String asset, String to, String use, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("submit", show(), asset, "--to", to, "--use", use));
        words.addAll(List.of(more));
        JsonObject item =
                (JsonObject) json(words.toArray()).array("assets").orElseThrow().getFirst();
        return item.number("version").orElseThrow().asLong();
    }

    /// Declares a use case with an answer to each of the five questions, yes to all but the fourth,
    /// whether the material is temporary; gives its id.
    String useCase(String title, String fourth) {
        List<Object> words = new ArrayList<>(List.of("use-case", "add", show(), "--title", title));
        for (int i = 1; i <= 5; i++) {
            words.addAll(List.of("--answer", "q" + i + "=" + (i == 4 ? fourth : "yes")));
        }
        return json(words.toArray()).text("id").orElseThrow();
    }

    /// What `use-case list` says.
    String useCases() {
        return backlot.run("use-case", "list", show()).out();
    }

    /// Tries to write the plate out as final.
    Cli.Result exportFinal(String asset) {
        return run("export", show(), asset, "--use", "final", "--out", file("final.png"), "--json");
    }

    /// Makes the receipt of a record, as JSON and as a page; somebody else checks both with the
    /// words of the key, and opens the page where a browser is.
    void assertReceipt(Desk checker, long record, String says, boolean isSelfApproved)
            throws Exception {
        Path json = file("receipt-" + record + ".json");
        Path page = file("receipt-" + record + ".html");
        json("ledger", "prove", show(), record, "--out", json, "--html", page, "--open");
        for (Path receipt : List.of(json, page)) {
            Cli.Result checked =
                    checker.backlot.run("verify-receipt", receipt, "--key", keyWords());
            assertThat(checked.exitCode()).as(checked.toString()).isZero();
            assertThat(checked.out()).contains(says).contains("signed with the person's key");
        }
        Optional<HeadlessBrowser> browser = HeadlessBrowser.find();
        if (browser.isPresent()) {
            String dom = browser.get().open(page, folder);
            assertThat(HeadlessBrowser.bodyAttribute(dom, "data-state")).isEqualTo("whole");
            assertThat(dom.replace("\n", " ")).contains(keyWords());
            String slip = dom.substring(dom.indexOf("<dl id=\"slip\">"), dom.indexOf("</dl>"));
            assertThat(slip.contains("self-approved")).isEqualTo(isSelfApproved);
        }
    }

    void assertVerified() {
        Cli.Result verified = backlot.run("ledger", "verify", show(), "--all-signatures");
        assertThat(verified.exitCode()).as(verified.toString()).isZero();
    }
}
