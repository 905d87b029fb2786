package studio.backlot.diffusion.scheduler;

/// Where a stochastic step gets its standard normal noise: a seeded generator, or recorded values.
@FunctionalInterface
public interface NoiseSource {
    /// Overwrites every element with the next values of the source.
    void fill(float[] into);
}
