package studio.backlot.handover;

import java.io.IOException;
import java.io.InputStream;

/// An open package whose small parts have been read; its assets are read once, in order.
public interface PackageReader extends AutoCloseable {
    /// The three small parts, whose form was checked and nothing else.
    PackedTexts texts();

    /// What the manifest says.
    PackageManifest manifest();

    /// Shows each asset's bytes as a stream of just its length, then checks that the package ends
    /// there. Throws [PackageRefused] in words, whatever was shown before.
    void readAssets(AssetReceiver receiver);

    @Override
    void close();

    /// Takes one asset's bytes to their end.
    @FunctionalInterface
    interface AssetReceiver {
        void take(PackedFile file, InputStream content) throws IOException;
    }
}
