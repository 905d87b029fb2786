package studio.backlot.diffusion;

/// The shape of one picture's latents: channels, then rows, then columns.
public record LatentShape(int channels, int height, int width) {
    /// Number of values.
    public int count() {
        return Math.multiplyExact(Math.multiplyExact(channels, height), width);
    }
}
