package studio.backlot.architecture;

import java.util.Map;
import java.util.Set;

/// Which of our packages may know which: the arrows of `docs/architecture.md`, as data.
///
/// Packages are named relative to the root, such as `provenance.sqlite`. A *room* is the first word
/// of such a name. An *adapter* is a room's inner package that wraps a library or writes files;
/// only `app` sees it.
final class Arrows {
    private static final Set<String> ADAPTERS =
            Set.of("file", "keyring", "langchain", "onnx", "postgres", "remote", "sqlite");

    /// Features, and the features each may use.
    private static final Map<String, Set<String>> FEATURES =
            Map.ofEntries(
                    Map.entry("asset", Set.of()),
                    Map.entry("catalog", Set.of("net", "sandbox")),
                    Map.entry("clearance", Set.of("provenance", "identity")),
                    Map.entry("credential", Set.of("provenance", "raster")),
                    Map.entry("diffusion", Set.of("raster", "tokenize")),
                    Map.entry("handover", Set.of("provenance", "identity", "asset")),
                    Map.entry("identity", Set.of()),
                    Map.entry("likeness", Set.of("raster")),
                    Map.entry("net", Set.of()),
                    Map.entry("production", Set.of("asset")),
                    Map.entry("provenance", Set.of("identity", "asset")),
                    Map.entry("raster", Set.of("sandbox")),
                    Map.entry("report", Set.of("provenance", "clearance", "asset")),
                    Map.entry("sandbox", Set.of()),
                    Map.entry("scene", Set.of()),
                    Map.entry("search", Set.of("provenance", "identity")),
                    Map.entry("text", Set.of("tokenize")),
                    Map.entry("tokenize", Set.of()));

    /// What adapters may use beyond what their feature may, by the last word of their name.
    private static final Map<String, Set<String>> TOOLS_OF_ADAPTERS =
            Map.of(
                    "langchain", Set.of("net"),
                    "onnx", Set.of("onnx"),
                    "remote", Set.of("net"),
                    "sqlite", Set.of("sqlite"));

    /// Rooms that hold a library's life cycle for the adapters.
    private static final Set<String> TOOLS = Set.of("onnx", "sqlite");

    private Arrows() {}

    /// Whether the plan has a room of this name.
    static boolean isPlanned(String room) {
        return FEATURES.containsKey(room)
                || TOOLS.contains(room)
                || Set.of("app", "base", "cli", "job", "ui", "workflow").contains(room);
    }

    /// Whether a class in the package `from` may know one in the package `to`.
    static boolean allow(String from, String to) {
        String home = room(from);
        String guest = room(to);
        if (home.equals("app") || from.equals(to)) {
            return true;
        }
        if (isAdapter(to) || guest.equals("app")) {
            return false;
        }
        if (home.equals(guest) || guest.equals("base")) {
            return true;
        }
        return switch (home) {
            case "cli", "ui" ->
                    guest.equals("workflow") || guest.equals("job") || FEATURES.containsKey(guest);
            case "workflow" -> guest.equals("job") || FEATURES.containsKey(guest);
            case "job" ->
                    guest.equals("provenance")
                            || guest.equals("clearance")
                            || isToolOf(from, guest);
            default ->
                    FEATURES.getOrDefault(home, Set.of()).contains(guest) || isToolOf(from, guest);
        };
    }

    /// The first word of a relative package name.
    static String room(String relativePackage) {
        int dot = relativePackage.indexOf('.');
        return dot < 0 ? relativePackage : relativePackage.substring(0, dot);
    }

    /// Whether this relative package is an adapter.
    static boolean isAdapter(String relativePackage) {
        return relativePackage.indexOf('.') > 0 && ADAPTERS.contains(lastWord(relativePackage));
    }

    private static boolean isToolOf(String from, String guest) {
        return isAdapter(from)
                && TOOLS_OF_ADAPTERS.getOrDefault(lastWord(from), Set.of()).contains(guest);
    }

    private static String lastWord(String relativePackage) {
        return relativePackage.substring(relativePackage.lastIndexOf('.') + 1);
    }
}
