package studio.backlot.architecture.planted.catalog;

/// Guilty: a name that means three things here.
public final class Model {
    private Model() {}
}
