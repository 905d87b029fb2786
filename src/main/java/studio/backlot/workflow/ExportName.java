package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.backlot.clearance.ShowNode;

/// The name of a file that leaves the production, such as `LH_020_030_bg_v003.png`: the codes of
/// its place in the show, then its version.
///
/// Only letters, digits, `.` and `-` stay of a code, since names travel between systems; a shot or
/// slot whose code repeats the codes above it, such as `LH_020_030` in `LH`/`020`, is not said
/// twice.
public final class ExportName {
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}.-]+");
    private static final Pattern EDGES = Pattern.compile("^[_.-]+|[_.-]+$");
    private static final int HASH_DIGITS = 8;

    private ExportName() {}

    /// The name of an asset: in its slot by path and version; without one by the production's name
    /// and the beginning of its hash. `version` is the one it was handed in as, or would be.
    public static String of(
            AssetCard card, String production, Optional<Long> version, String extension) {
        String path = card.path();
        String stem =
                path.isEmpty()
                        ? joined(List.of(production, card.asset().hex().substring(0, HASH_DIGITS)))
                        : joined(List.of(path.split("/", -1)))
                                + version.map("_v%03d"::formatted).orElse("");
        return stem + "." + extension;
    }

    /// The name of a version of the slot at the end of a path of the show.
    public static String of(List<ShowNode> path, long version, String extension) {
        return joined(path.stream().map(ShowNode::name).toList())
                + "_v%03d.".formatted(version)
                + extension;
    }

    private static String joined(List<String> codes) {
        String name = "";
        for (String code : codes) {
            String fit = fit(code);
            boolean isRepeated = !name.isEmpty() && (fit + "_").startsWith(name + "_");
            name = isRepeated || name.isEmpty() ? fit : fit.isEmpty() ? name : name + "_" + fit;
        }
        return name.isEmpty() ? "plate" : name;
    }

    private static String fit(String code) {
        String joined = UNFIT.matcher(code.strip()).replaceAll("_");
        return EDGES.matcher(joined).replaceAll("");
    }
}
