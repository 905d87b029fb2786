/// The `.backlot` package: how work and verdicts get from one machine to another without a server.
///
/// What a package says, how it is signed, the exact form of its file, what an importer has to find
/// in it, and what has been imported so far. No file is read or written here, and no rule of a
/// production is known. Start with [studio.backlot.handover.PackageManifest].
package studio.backlot.handover;
