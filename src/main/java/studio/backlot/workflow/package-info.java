/// One class per thing that a person does, and per thing that opening a production does for them.
///
/// Workflows know features, ports and jobs; no SQL, no file, no window. Only they write to the ledger and put assets.
/// Start with [studio.backlot.workflow.RecoverProduction].
package studio.backlot.workflow;
