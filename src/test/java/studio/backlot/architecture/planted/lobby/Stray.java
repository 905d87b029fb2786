package studio.backlot.architecture.planted.lobby;

/// Guilty: its package is not in the plan.
public final class Stray {
    private Stray() {}
}
