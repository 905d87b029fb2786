package studio.backlot.clearance;

/// What exported files carry.
///
/// `isPromptAllowed`: whether a maker may put the prompt in. `isMarkRequired`: whether a file that
/// leaves as *temp* has "TEMP, NOT CLEARED" drawn into it.
public record FileRules(boolean isPromptAllowed, boolean isMarkRequired) {}
