/// A production as a folder on disk: what lies where, whether the folder may hold one, who writes
/// in it.
///
/// Rules and values only; `production.file` looks at disks and takes the lock. No SQL and no ledger
/// here: what the first ledger entry says about the production is the truth, `production.json` only
/// repeats it for people. Start with [studio.backlot.production.ProductionLayout].
package studio.backlot.production;
