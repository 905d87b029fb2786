/// The hash cache of model packs in a JSON file of the app folder.
///
/// Losing the file costs time, never truth. Start with
/// [studio.backlot.catalog.file.FilePackHashes].
package studio.backlot.catalog.file;
