package studio.backlot.cli;

import studio.backlot.base.JsonValue.JsonObject;

/// The measurements behind `backlot bench`; they open databases and child processes, so they live
/// in the app.
public interface Benchmarks {
    /// Runs the measurement of that name (`start`, `ledger`, `browse`, `scroll`, `package`,
    /// `image`, `making`) and returns its figures.
    JsonObject run(BenchRequest request) throws Exception;

    /// Which measurement, whether against the Python peer, and how many entries the long ledger
    /// has.
    record BenchRequest(String name, boolean isAgainstPeer, long entries) {}
}
