package studio.backlot.identity.keyring;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;
import studio.backlot.identity.SecretStoreFailed;

/// A library of the operating system, loaded once and for good, with its functions by name.
record NativeLibrary(String name, SymbolLookup symbols) {
    /// The library, where it is installed.
    @SuppressWarnings("restricted")
    static Optional<NativeLibrary> load(String name) {
        try {
            return Optional.of(
                    new NativeLibrary(name, SymbolLookup.libraryLookup(name, Arena.global())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Where a symbol lies; throws [SecretStoreFailed] where this version of the library has none.
    MemorySegment address(String symbol) {
        return symbols.find(symbol)
                .orElseThrow(() ->
                        new SecretStoreFailed(
                                "the keyring cannot be used: " + name + " has no " + symbol));
    }

    @SuppressWarnings("restricted")
    NativeFunction function(String symbol, FunctionDescriptor shape, Linker.Option... options) {
        return new NativeFunction(
                symbol, Linker.nativeLinker().downcallHandle(address(symbol), shape, options));
    }

    /// The text of C that a pointer leads to, in UTF-8.
    static String text(MemorySegment pointer) {
        return reach(pointer, Long.MAX_VALUE).getString(0);
    }

    /// The memory that a pointer leads to; the caller knows how much there is.
    @SuppressWarnings("restricted")
    static MemorySegment reach(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes);
    }
}
