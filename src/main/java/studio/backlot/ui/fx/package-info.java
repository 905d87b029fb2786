/// The bridge between worker threads and the thread that owns the window: [FxThread] to reach it,
/// [Background] to leave it and come back. No control and no rule of the domain lives here.
package studio.backlot.ui.fx;
