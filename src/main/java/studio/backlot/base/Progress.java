package studio.backlot.base;

/// Receives how far a long piece of work has come; called on the working thread and MUST return at
/// once.
@FunctionalInterface
public interface Progress {
    /// Ignores every report.
    Progress NONE = (stage, done, total) -> {};

    /// `done` of `total` units of the named stage are finished (`0 ≤ done ≤ total`); the stage is a
    /// lower-case word such as `load`, `denoise`, `decode`, `upscale`, `verify`.
    void report(String stage, long done, long total);
}
