/// One class for each thing a person does: make a plate, export it, verify, replay, erase.
///
/// A workflow puts features together over their ports; only here is the ledger written. No window
/// and no library. Start with [studio.backlot.workflow.GeneratePlate].
package studio.backlot.workflow;
