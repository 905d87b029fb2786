/// Computed values for comparison with other programs: what `backlot vectors` prints.
///
/// A kind computes from the input alone and never reads an expected value. Start with
/// [studio.backlot.cli.vectors.VectorKinds].
package studio.backlot.cli.vectors;
