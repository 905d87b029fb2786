package studio.backlot.architecture.planted.cli;

import studio.backlot.architecture.planted.app.Wiring;

/// Guilty: nobody imports `app`.
public final class KnowsTheApp {
    private KnowsTheApp() {}

    public static boolean isThere(Wiring wiring) {
        return wiring.hashCode() != 0;
    }
}
