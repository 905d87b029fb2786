package studio.backlot.diffusion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.backlot.raster.Plate;

/// A weighted sum of the latent channels for each of red, green and blue: a small picture of what
/// the latents will become, at the cost of a few multiplications.
///
/// The weights are learnt from latents and the picture that a pack's decoder made of them, by least
/// squares with a little damping; one picture is enough.
///
/// @param weights for red, then green, then blue: one per channel, and a constant
public record LinearPreview(List<Double> weights) {
    private static final double DAMPING = 1e-3;
    private static final int MIDDLE = 128;

    public LinearPreview {
        weights = List.copyOf(weights);
        if (weights.isEmpty() || weights.size() % Plate.CHANNELS != 0) {
            throw new IllegalArgumentException(weights.size() + " weights make no three colours");
        }
    }

    /// Learns the weights; empty when the picture is not some whole factor larger than the latents.
    public static Optional<LinearPreview> learn(float[] latents, LatentShape shape, Plate picture) {
        if (picture.width() % shape.width() != 0
                || picture.height() / shape.height() != picture.width() / shape.width()) {
            return Optional.empty();
        }
        Plate small = picture.downscaled(shape.width(), shape.height());
        int columns = shape.channels() + 1;
        int cells = shape.height() * shape.width();
        var system = new double[columns][columns + Plate.CHANNELS];
        var row = new double[columns + Plate.CHANNELS];
        for (int cell = 0; cell < cells; cell++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                row[channel] = latents[channel * cells + cell];
            }
            row[shape.channels()] = 1;
            for (int colour = 0; colour < Plate.CHANNELS; colour++) {
                row[columns + colour] =
                        (small.rgb()[cell * Plate.CHANNELS + colour] & 0xff) - MIDDLE;
            }
            add(row, system);
        }
        for (int i = 0; i < columns; i++) {
            system[i][i] += DAMPING * cells;
        }
        return Optional.of(new LinearPreview(solved(system)));
    }

    private static void add(double[] row, double[][] system) {
        for (int i = 0; i < system.length; i++) {
            for (int j = 0; j < row.length; j++) {
                system[i][j] += row[i] * row[j];
            }
        }
    }

    /// Gauss and Jordan's elimination; the damped system is positive definite and needs no exchange
    /// of rows.
    private static List<Double> solved(double[][] system) {
        int columns = system.length;
        for (int pivot = 0; pivot < columns; pivot++) {
            double scale = system[pivot][pivot];
            for (int j = pivot; j < system[pivot].length; j++) {
                system[pivot][j] /= scale;
            }
            for (int i = 0; i < columns; i++) {
                double factor = system[i][pivot];
                for (int j = pivot; i != pivot && j < system[i].length; j++) {
                    system[i][j] -= factor * system[pivot][j];
                }
            }
        }
        var weights = new Double[Plate.CHANNELS * columns];
        for (int colour = 0; colour < Plate.CHANNELS; colour++) {
            for (int i = 0; i < columns; i++) {
                weights[colour * columns + i] = system[i][columns + colour];
            }
        }
        return List.of(weights);
    }

    /// Whether the weights are for latents of this shape.
    public boolean fits(LatentShape shape) {
        return weights.size() == Plate.CHANNELS * (shape.channels() + 1);
    }

    /// A picture of one pixel for each place of the latents.
    public Plate render(float[] latents, LatentShape shape) {
        int cells = shape.height() * shape.width();
        int columns = shape.channels() + 1;
        var rgb = new byte[cells * Plate.CHANNELS];
        var sum = new double[cells];
        for (int colour = 0; colour < Plate.CHANNELS; colour++) {
            Arrays.fill(sum, weights.get(colour * columns + shape.channels()) + MIDDLE);
            for (int channel = 0; channel < shape.channels(); channel++) {
                double weight = weights.get(colour * columns + channel);
                for (int cell = 0; cell < cells; cell++) {
                    sum[cell] += weight * latents[channel * cells + cell];
                }
            }
            for (int cell = 0; cell < cells; cell++) {
                rgb[cell * Plate.CHANNELS + colour] =
                        (byte) Math.round(Math.min(Math.max(sum[cell], 0), 255));
            }
        }
        return new Plate(shape.width(), shape.height(), rgb);
    }
}
