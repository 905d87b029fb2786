package studio.backlot.ui.art;

import studio.backlot.clearance.ShowNode;

/// A place in the show that can be worked on, with its whole path.
record SlotChoice(ShowNode node, String path) {}
