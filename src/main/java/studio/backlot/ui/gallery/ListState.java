package studio.backlot.ui.gallery;

/// How a list stands that is read in pages.
public sealed interface ListState {
    /// Nothing is known of it yet.
    record Reading() implements ListState {}

    /// It has so many cards; none is a list that is empty.
    record Filled(long size) implements ListState {}

    /// It could not be read; why, in words.
    record Failed(String reason) implements ListState {}
}
