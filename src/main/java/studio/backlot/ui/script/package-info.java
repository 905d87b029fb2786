/// The writer's room: the script as Fountain text, its outline, and the foot bar that says whether
/// AI is on. Start with [ScriptView] and [ScriptViewModel].
package studio.backlot.ui.script;
