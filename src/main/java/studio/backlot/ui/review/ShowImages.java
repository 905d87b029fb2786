package studio.backlot.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import studio.backlot.base.ContentHash;
import studio.backlot.raster.ChangeMap;
import studio.backlot.raster.Plate;
import studio.backlot.raster.PngReader;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.gallery.CardImages;
import studio.backlot.ui.gallery.Pictures;
import studio.backlot.ui.gallery.PlateImages;
import studio.backlot.ui.shell.ShellViewModel;

/// The pictures of the open show, small for cards and whole for looking; none while no show is
/// open.
final class ShowImages {
    private static final int CARD_WIDTH = 400;

    private final ShellViewModel shell;
    private final Background io;
    private final CardImages small;
    private final PlateImages whole;

    ShowImages(ShellViewModel shell) {
        this.shell = shell;
        io = shell.io();
        small = new CardImages(io, this::reduced);
        whole = new PlateImages(io, this::plate);
    }

    /// Cards of any show: a picture is told by its hash.
    CardImages small() {
        return small;
    }

    void whole(ContentHash asset, Consumer<Optional<Image>> shown) {
        whole.show(asset, shown);
    }

    /// What changed from one asset to another, as a picture and a part of one; none where their
    /// sizes differ or a file is missing.
    void changes(ContentHash before, ContentHash now, Consumer<Optional<Changes>> shown) {
        io.ask(
                () -> {
                    Plate old = plate(before);
                    Plate plate = plate(now);
                    if (!ChangeMap.isPossible(old, plate)) {
                        return Optional.<Changes>empty();
                    }
                    ChangeMap map = ChangeMap.of(old, plate);
                    return Optional.of(new Changes(Pictures.of(map.picture()), map.changed()));
                },
                shown,
                missing -> shown.accept(Optional.empty()));
    }

    /// A map of what changed, and how much of the picture did, from 0 to 1.
    record Changes(Image map, double part) {}

    /// Not for the window's thread.
    private Plate plate(ContentHash asset) {
        return PngReader.read(shell.show().get().orElseThrow().production().assets().read(asset))
                .plate();
    }

    private Plate reduced(ContentHash asset) {
        return plate(asset).atMost(CARD_WIDTH);
    }
}
