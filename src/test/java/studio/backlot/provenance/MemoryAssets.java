package studio.backlot.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetIntake;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.base.ContentHash;

/// Asset files kept in memory, so that a test can damage them.
public final class MemoryAssets implements AssetStore {
    public final Map<ContentHash, byte[]> files = new HashMap<>();

    @Override
    public ContentHash put(byte[] content) {
        ContentHash hash = ContentHash.of(content);
        files.put(hash, content.clone());
        return hash;
    }

    @Override
    public AssetIntake intake(Executor background) {
        List<byte[]> taken = new ArrayList<>();
        return new AssetIntake() {
            @Override
            public ContentHash take(ContentHash expected, long length, InputStream content)
                    throws IOException {
                taken.add(content.readAllBytes());
                return ContentHash.of(taken.getLast());
            }

            @Override
            public void keep() {
                taken.forEach(MemoryAssets.this::put);
                taken.clear();
            }

            @Override
            public void close() {
                taken.clear();
            }
        };
    }

    @Override
    public byte[] read(ContentHash hash) {
        byte[] content =
                Optional.ofNullable(files.get(hash)).orElseThrow(() -> new AssetMissing(hash));
        ContentHash found = ContentHash.of(content);
        if (!found.equals(hash)) {
            throw new AssetDamaged(hash, found);
        }
        return content.clone();
    }

    @Override
    public Optional<Path> locate(ContentHash hash) {
        return Optional.empty();
    }

    @Override
    public void delete(ContentHash hash) {
        files.remove(hash);
    }

    @Override
    public Stream<ContentHash> list() {
        return List.copyOf(files.keySet()).stream();
    }
}
