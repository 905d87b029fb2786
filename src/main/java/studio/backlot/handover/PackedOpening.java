package studio.backlot.handover;

import studio.backlot.provenance.PayloadOpening;

/// A text that a package shows: which entry of the sender's ledger names it, and what proves that
/// it is the one.
public record PackedOpening(long entry, PayloadOpening opening) {}
