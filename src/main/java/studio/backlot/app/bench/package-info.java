/// Measurements that anyone can repeat with `backlot bench`: paired runs, ratios with intervals,
/// never a verdict.
///
/// Nothing here is used by the product's work. Start with
/// [studio.backlot.app.bench.PairedMeasurement].
package studio.backlot.app.bench;
