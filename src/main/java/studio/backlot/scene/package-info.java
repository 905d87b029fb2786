/// The writer's document: Fountain as text, and what can be read off it. No model and no file in
/// it. Start with [SceneHeading].
package studio.backlot.scene;
