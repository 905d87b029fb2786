package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.AssetStore;
import studio.backlot.asset.AssetStoreFailed;
import studio.backlot.base.ContentHash;
import studio.backlot.raster.MalformedPng;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;

/// Draws assets small for cards and rows, beside the calling thread, and keeps the last of them in
/// memory; nothing is written to a disk.
///
/// The last asked for is drawn first, since that is what a person looks at now. Safe for several
/// threads; [#ready] and [#request] return at once.
public final class Thumbnails {
    /// Bytes that an answer without a picture counts as.
    private static final long SMALLEST = 256;

    private final AssetStore assets;
    private final Executor background;
    private final long budgetBytes;
    private final LinkedHashMap<Wanted, Thumbnail> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final LinkedHashMap<Wanted, List<Request>> waiting = new LinkedHashMap<>();
    private long keptBytes;

    /// `background` runs the drawing; pictures of up to `budgetBytes` are kept.
    public Thumbnails(AssetStore assets, Executor background, long budgetBytes) {
        this.assets = assets;
        this.background = background;
        this.budgetBytes = budgetBytes;
    }

    private record Wanted(ContentHash asset, Thumbnail.Size size) {}

    /// Something that was asked for; closing it takes it back, for a card that scrolled away.
    public final class Request implements AutoCloseable {
        private final Wanted wanted;
        private final Consumer<Thumbnail> receiver;

        private Request(Wanted wanted, Consumer<Thumbnail> receiver) {
            this.wanted = wanted;
            this.receiver = receiver;
        }

        /// The receiver hears nothing any more, unless it is being told just now.
        @Override
        public void close() {
            forget(this);
        }
    }

    /// The picture, if it is in memory.
    public synchronized Optional<Thumbnail> ready(ContentHash asset, Thumbnail.Size size) {
        return Optional.ofNullable(kept.get(new Wanted(asset, size)));
    }

    /// Draws an asset small and gives it to the receiver, on the background's thread; from memory
    /// at once, on the calling thread.
    public Request request(ContentHash asset, Thumbnail.Size size, Consumer<Thumbnail> receiver) {
        var wanted = new Wanted(asset, size);
        var request = new Request(wanted, receiver);
        Optional<Thumbnail> known;
        synchronized (this) {
            known = Optional.ofNullable(kept.get(wanted));
            if (known.isEmpty()) {
                List<Request> same =
                        Optional.ofNullable(waiting.remove(wanted)).orElseGet(ArrayList::new);
                same.add(request);
                waiting.putLast(wanted, same);
            }
        }
        if (known.isPresent()) {
            receiver.accept(known.get());
        } else {
            background.execute(this::drawNext);
        }
        return request;
    }

    private synchronized void forget(Request request) {
        Optional.ofNullable(waiting.get(request.wanted))
                .filter(same -> same.remove(request) && same.isEmpty())
                .ifPresent(none -> waiting.remove(request.wanted));
    }

    private void drawNext() {
        Map.Entry<Wanted, List<Request>> next;
        synchronized (this) {
            next = waiting.pollLastEntry();
        }
        if (next == null) {
            return;
        }
        Thumbnail drawn = draw(next.getKey());
        List<Request> receivers;
        synchronized (this) {
            keep(next.getKey(), drawn);
            receivers = List.copyOf(next.getValue());
        }
        receivers.forEach(request -> request.receiver.accept(drawn));
    }

    private Thumbnail draw(Wanted wanted) {
        try {
            Optional<Plate> larger = larger(wanted);
            Plate plate =
                    larger.orElseGet(() -> PngReader.read(assets.read(wanted.asset())).plate());
            return new Thumbnail.Drawn(wanted.size().of(plate));
        } catch (AssetMissing e) {
            return new Thumbnail.Missing();
        } catch (AssetDamaged | AssetStoreFailed | MalformedPng e) {
            return new Thumbnail.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /// A card's picture in memory serves a row as well.
    private synchronized Optional<Plate> larger(Wanted wanted) {
        return wanted.size() == Thumbnail.Size.ROW
                        && kept.get(new Wanted(wanted.asset(), Thumbnail.Size.CARD))
                                instanceof Thumbnail.Drawn(Plate picture)
                ? Optional.of(picture)
                : Optional.empty();
    }

    /// What is not there now may come with the next package, so only what was read is kept.
    private void keep(Wanted wanted, Thumbnail drawn) {
        if (drawn instanceof Thumbnail.Missing) {
            return;
        }
        Optional.ofNullable(kept.put(wanted, drawn)).ifPresent(old -> keptBytes -= bytes(old));
        keptBytes += bytes(drawn);
        Iterator<Thumbnail> oldest = kept.values().iterator();
        while (keptBytes > budgetBytes && oldest.hasNext()) {
            keptBytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(Thumbnail thumbnail) {
        return thumbnail instanceof Thumbnail.Drawn(Plate picture)
                ? picture.rgb().length + SMALLEST
                : SMALLEST;
    }

    /// Forgets an asset, such as one whose file was put back or taken away.
    public synchronized void forget(ContentHash asset) {
        for (Thumbnail.Size size : Thumbnail.Size.values()) {
            Optional.ofNullable(kept.remove(new Wanted(asset, size)))
                    .ifPresent(old -> keptBytes -= bytes(old));
        }
    }

    /// Bytes that the pictures in memory take.
    public synchronized long keptBytes() {
        return keptBytes;
    }
}
