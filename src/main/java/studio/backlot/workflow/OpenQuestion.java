package studio.backlot.workflow;

import studio.backlot.base.ContentHash;

/// What a rule left open when an asset was made, or leaves open for the use it is handed in for;
/// its maker answers it once.
public record OpenQuestion(ContentHash asset, String rule, String explanation) {}
