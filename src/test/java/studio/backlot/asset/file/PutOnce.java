package studio.backlot.asset.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.Milestone;

/// A child process that tries a plain write into a folder, then puts an asset of that size into the
/// store there.
final class PutOnce {
    private PutOnce() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        byte[] content = new byte[Integer.parseInt(arguments[1])];
        try {
            Files.write(folder.resolve("probe"), content);
            System.out.println("obstacle: none");
        } catch (IOException e) {
            System.out.println("obstacle: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
        try {
            System.out.println(
                    "kept: "
                            + FileAssetStore.open(folder.resolve("assets"), Milestone.NONE)
                                    .put(content));
        } catch (AssetStoreFailed e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
