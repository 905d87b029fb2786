package studio.backlot.clearance;

/// A place of a text that spells a listed name: the characters from `from` up to `to`.
public record NameHit(ListedName listed, int from, int to) {}
