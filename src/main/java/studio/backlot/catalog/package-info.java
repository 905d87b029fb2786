/// Model packs on this machine: which folders are packs, what they say of themselves, which bytes
/// they hold.
///
/// Nothing here loads or runs a model: graphs are read only as far as their signature. The words of
/// a [PackFinding] are for the person who copied the folder. Files are read here and written by
/// nobody but `catalog.file`, the hash cache. Start with [studio.backlot.catalog.ModelCatalog] and
/// [studio.backlot.catalog.ModelPack].
package studio.backlot.catalog;
