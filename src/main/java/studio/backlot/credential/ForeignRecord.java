package studio.backlot.credential;

/// A record that another program left in a file: the program and the place where it stands. Its
/// content is not read.
public record ForeignRecord(String program, String place) {}
