package studio.backlot.ui.gallery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import studio.backlot.base.ContentHash;
import studio.backlot.raster.Plate;
import studio.backlot.ui.fx.Background;

/// The small pictures of cards: made beside the window's thread when first shown, and kept while
/// there is room. For the window's thread.
public final class CardImages {
    private static final int MOST = 600;

    private final Background io;
    private final java.util.function.Function<ContentHash, Plate> small;
    private final Map<ContentHash, Image> kept =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ContentHash, Image> eldest) {
                    return size() > MOST;
                }
            };
    private final Map<ContentHash, Consumer<Optional<Image>>> asked = new ConcurrentHashMap<>();

    /// `small` makes the small picture of an asset; it is called on the executor of `io`.
    public CardImages(Background io, java.util.function.Function<ContentHash, Plate> small) {
        this.io = io;
        this.small = small;
    }

    /// Gives the picture to whoever shows it, now or when it is made; none where the file is
    /// missing or damaged.
    public void show(ContentHash asset, Consumer<Optional<Image>> shown) {
        Optional<Image> image = Optional.ofNullable(kept.get(asset));
        image.ifPresentOrElse(one -> shown.accept(image), () -> make(asset, shown));
    }

    private void make(ContentHash asset, Consumer<Optional<Image>> shown) {
        if (asked.put(asset, shown) != null) {
            return;
        }
        io.ask(
                () -> Pictures.of(small.apply(asset)),
                image -> {
                    kept.put(asset, image);
                    tell(asset, Optional.of(image));
                },
                missing -> tell(asset, Optional.empty()));
    }

    private void tell(ContentHash asset, Optional<Image> image) {
        Optional.ofNullable(asked.remove(asset)).ifPresent(one -> one.accept(image));
    }
}
