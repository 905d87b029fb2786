package studio.backlot.ui.gallery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.image.Image;
import studio.backlot.base.ContentHash;
import studio.backlot.raster.Plate;
import studio.backlot.ui.fx.Background;

/// Whole pictures, read beside the window's thread; the last few are kept. For the window's thread.
public final class PlateImages {
    private static final int MOST = 6;

    private final Background io;
    private final Function<ContentHash, Plate> plates;
    private final Map<ContentHash, Image> kept =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ContentHash, Image> eldest) {
                    return size() > MOST;
                }
            };

    /// `plates` reads the pixels of an asset; it is called on the executor of `io`.
    public PlateImages(Background io, Function<ContentHash, Plate> plates) {
        this.io = io;
        this.plates = plates;
    }

    /// Gives the picture to whoever shows it, now or when it is read; none where its file is
    /// missing or damaged.
    public void show(ContentHash asset, Consumer<Optional<Image>> shown) {
        Optional<Image> one = Optional.ofNullable(kept.get(asset));
        if (one.isPresent()) {
            shown.accept(one);
            return;
        }
        io.ask(
                () -> Pictures.of(plates.apply(asset)),
                image -> {
                    kept.put(asset, image);
                    shown.accept(Optional.of(image));
                },
                missing -> shown.accept(Optional.empty()));
    }
}
