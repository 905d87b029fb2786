package studio.backlot.base;

/// Is told when a run has reached a named point of its durable work, such as `outcome-committed`.
///
/// The product passes [#NONE]; the crash tests pass one at which the process is killed.
@FunctionalInterface
public interface Milestone {
    Milestone NONE = name -> {};

    /// The run has come to this point; called on the working thread.
    void reached(String name);
}
