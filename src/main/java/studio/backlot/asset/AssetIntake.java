package studio.backlot.asset;

import java.io.IOException;
import java.io.InputStream;
import studio.backlot.base.ContentHash;

/// Files on their way into an [AssetStore]: whole and hashed, but not assets until [#keep], which
/// makes all of them assets or is called again after a crash.
///
/// An implementation MUST leave no file behind that was taken and not kept, or one that the next
/// opening removes, and MUST NOT hold a file in memory. For one thread.
public interface AssetIntake extends AutoCloseable {
    /// Takes all bytes of a stream and returns their hash; throws what the stream throws, and
    /// [AssetStoreFailed] when they cannot be written. Bytes already in the store are only hashed,
    /// when `expected` and `length` say beforehand which they are.
    ContentHash take(ContentHash expected, long length, InputStream content) throws IOException;

    /// Makes assets of all that was taken; durable on return. Throws [AssetStoreFailed]; what has
    /// become an asset by then stays one.
    void keep();

    /// Forgets what was taken and not kept.
    @Override
    void close();
}
