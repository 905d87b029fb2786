/// Packages on disk: the zip written in its one form, and read with every byte compared.
///
/// No ledger and no rule here. Start with [studio.backlot.handover.file.ZipPackages].
package studio.backlot.handover.file;
