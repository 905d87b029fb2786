/// The producer's room: what waits for a decision, the evidence beside it, verdicts that are signed
/// together, use cases, and the proof of the record. Start with [ReviewView]. Nothing is decided or
/// recorded here: workflows do that.
package studio.backlot.ui.review;
