package studio.backlot.ui.models;

import java.util.List;
import studio.backlot.catalog.PackFinding;

/// How far a check of a pack has come.
sealed interface PackState {
    /// Nobody asked.
    record Unasked() implements PackState {}

    /// Its files are being read.
    record Checking() implements PackState {}

    /// All that was found; nothing when the pack is as its maker left it.
    record Checked(List<PackFinding> findings) implements PackState {
        public Checked {
            findings = List.copyOf(findings);
        }
    }
}
