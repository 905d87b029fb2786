package studio.backlot.base;

/// The thread that owns the window, by its name: what may block is never done there.
///
/// The doors to databases, kept files and models ask here. The answer costs nothing unless the
/// property `backlot.checkThreads` is true, as it is in tests and measurements of the window.
public final class WindowThread {
    private static final String NAME = "JavaFX Application Thread";
    private static final boolean IS_CHECKED = Boolean.getBoolean("backlot.checkThreads");

    private WindowThread() {}

    /// Throws [IllegalStateException] where this is the window's thread and that is checked; `work`
    /// says what would have been done there.
    public static void refuse(String work) {
        if (IS_CHECKED && Thread.currentThread().getName().equals(NAME)) {
            throw new IllegalStateException(work + " on the thread of the window");
        }
    }
}
