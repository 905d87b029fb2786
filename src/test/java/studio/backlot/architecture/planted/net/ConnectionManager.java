package studio.backlot.architecture.planted.net;

/// Guilty: a name that says nothing.
public final class ConnectionManager {
    private ConnectionManager() {}
}
