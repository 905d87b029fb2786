package studio.backlot.architecture.planted.credential;

import java.nio.charset.StandardCharsets;
import studio.backlot.architecture.planted.diffusion.GeneratedPlate;

/// Guilty: an encoder must take an entry.
public final class EncodesAPlate {
    private EncodesAPlate() {}

    public static byte[] encode(GeneratedPlate plate) {
        return plate.toString().getBytes(StandardCharsets.UTF_8);
    }
}
