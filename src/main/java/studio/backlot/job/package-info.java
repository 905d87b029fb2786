/// Runs: who works now, what a run has prepared, and what a crash left unfinished; the owner of all
/// worker threads.
///
/// No model, no picture and no window here, and no text of a person: those are payloads of the
/// ledger. Start with [studio.backlot.job.JobStore] and [studio.backlot.job.Workers].
package studio.backlot.job;
