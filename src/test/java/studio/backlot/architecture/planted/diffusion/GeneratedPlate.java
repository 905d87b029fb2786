package studio.backlot.architecture.planted.diffusion;

/// Innocent: an unrecorded picture, with as many parts as it likes.
public record GeneratedPlate(int a, int b, int c, int d, int e, int f) {}
