package studio.backlot.ui.shell;

/// What the lamp shows: whether a model is at work, and where.
public sealed interface LampState {
    /// No model runs.
    record Off() implements LampState {}

    /// A model runs on this machine.
    record Here() implements LampState {}

    /// Something goes to the service of that name.
    record Sending(String service) implements LampState {}
}
