/// The artist's room: canvas, prompt bar, takes, recipe. Start with [ArtView] and [ArtViewModel].
/// No model runs here and no record is written here: workflows do that.
package studio.backlot.ui.art;
