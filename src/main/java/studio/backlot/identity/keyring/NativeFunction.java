package studio.backlot.identity.keyring;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// One function of a [NativeLibrary]. Slow to call and simple to write: a keyring is asked once in
/// a while.
record NativeFunction(String name, MethodHandle handle) {
    /// Calls a function whose result is a pointer.
    MemorySegment pointer(Object... arguments) {
        return (MemorySegment) call(arguments);
    }

    /// Calls a function whose result is a 32-bit number.
    int number(Object... arguments) {
        return (int) call(arguments);
    }

    /// Calls a function for its effect.
    void run(Object... arguments) {
        call(arguments);
    }

    private Object call(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            // a native function throws nothing: its shape is declared wrong
            throw new IllegalStateException(name + " could not be called", e);
        }
    }
}
