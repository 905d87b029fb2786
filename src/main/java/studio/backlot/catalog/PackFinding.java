package studio.backlot.catalog;

/// One thing that is wrong with a pack: a stable code such as `file.truncated`, the file inside the
/// pack, and words that say what will not work and what to do.
public record PackFinding(String code, String file, String words) {}
