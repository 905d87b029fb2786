/// What a production allows: pure rules over facts, no file and no clock.
///
/// Rules answer with a [studio.backlot.clearance.Decision] that names the rule; workflows obey it
/// and record it. Start with [studio.backlot.clearance.Policy], which holds the rules; what the
/// ledger's entries add up to is beside it, one class per subject.
package studio.backlot.clearance;
