package studio.backlot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import studio.backlot.workflow.SampleFiles;

/// Where the program keeps its own things on this machine, and where it is installed.
///
/// `appFolder` holds keys, packs the user added and caches; it is never part of a production.
/// `bundledPacks` is the `models` folder beside the program, where there is one.
public record Folders(Path appFolder, Optional<Path> bundledPacks) {
    /// The folders for this account: `BACKLOT_APP_FOLDER` where it is set, else the platform's
    /// place for program data.
    public static Folders of(Map<String, String> environment, Properties system) {
        Optional<Path> bundled =
                Optional.ofNullable(system.getProperty("backlot.home"))
                        .map(home -> Path.of(home, "models"));
        Optional<Path> chosen =
                Optional.ofNullable(environment.get("BACKLOT_APP_FOLDER"))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of);
        return new Folders(
                chosen.orElseGet(() -> platformFolder(environment, system)).toAbsolutePath(),
                bundled);
    }

    private static Path platformFolder(Map<String, String> environment, Properties system) {
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(system.getProperty("user.home", "."));
        if (os.startsWith("windows")) {
            return Optional.ofNullable(environment.get("APPDATA"))
                    .map(Path::of)
                    .orElse(home)
                    .resolve("Backlot");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Backlot");
        }
        return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("backlot");
    }

    /// What the sample show is made of, beside the bundled packs.
    Optional<SampleFiles> sample() {
        return bundledPacks
                .map(packs -> packs.resolveSibling("assets").resolve("sample"))
                .map(folder ->
                        new SampleFiles(
                                folder.resolve("sample.backlot"),
                                folder.resolve("maker.card"),
                                folder.resolve("The Lamp Room.fountain")))
                .filter(files -> Files.isRegularFile(files.plates()));
    }

    /// Where the window makes productions: `Backlot` in the person's home.
    public Path shows() {
        return Path.of(System.getProperty("user.home", "."), "Backlot");
    }

    /// What the window remembers.
    public Path settings() {
        return appFolder.resolve("settings.json");
    }

    /// Where secrets such as the logs' signing keys lie.
    public Path secrets() {
        return appFolder.resolve("secrets");
    }

    /// The cards of the persons whose keys were made here.
    public Path persons() {
        return appFolder.resolve("persons");
    }

    /// The key database of a production's payloads.
    public Path payloadKeys(UUID production) {
        return appFolder.resolve("payload-keys").resolve(production + ".sqlite");
    }

    /// Where the lists lie of productions that are followed while somebody else writes.
    public Path following() {
        return appFolder.resolve("following");
    }

    /// Where packs lie that the user added.
    public Path packs() {
        return appFolder.resolve("packs");
    }

    /// Where the hashes of pack files are remembered.
    public Path packHashes() {
        return appFolder.resolve("pack-hashes.json");
    }
}
