package studio.backlot.identity.keyring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;

/// Secrets in the credential store of Windows, as generic credentials of this machine, encrypted
/// under the account.
final class WindowsSecretStore implements SecretStore {
    private static final int GENERIC = 1;
    private static final int OF_THIS_MACHINE = 2;
    private static final int NOT_FOUND = 1168;

    /// `CREDENTIALW` on 64 bits, by the offsets of what is used.
    private static final long SIZE = 80;

    private static final long TYPE = 4;
    private static final long TARGET = 8;
    private static final long BLOB_SIZE = 32;
    private static final long BLOB = 40;
    private static final long PERSIST = 48;
    private static final long USER = 72;

    private static final MemoryLayout ERROR_LAYOUT = Linker.Option.captureStateLayout();

    private final NativeLibrary library;
    private final String service;

    private WindowsSecretStore(NativeLibrary library, String service) {
        this.library = library;
        this.service = service;
    }

    static Keyring open(String service) {
        return NativeLibrary.load("Advapi32.dll")
                .<Keyring>map(
                        library -> new Keyring.Usable(new WindowsSecretStore(library, service)))
                .orElseGet(() -> new Keyring.None("this Windows has no credential store"));
    }

    @Override
    public Optional<byte[]> read(String name) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ERROR_LAYOUT);
            MemorySegment slot = arena.allocate(ADDRESS);
            int isFound =
                    function("CredReadW", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS)
                            .number(error, target(name, arena), GENERIC, 0, slot);
            if (isFound == 0) {
                if (number(error) == NOT_FOUND) {
                    return Optional.empty();
                }
                throw failed(error);
            }
            MemorySegment credential = NativeLibrary.reach(slot.get(ADDRESS, 0), SIZE);
            int length = credential.get(JAVA_INT, BLOB_SIZE);
            String text =
                    new String(
                            NativeLibrary.reach(credential.get(ADDRESS, BLOB), length)
                                    .toArray(JAVA_BYTE),
                            StandardCharsets.UTF_8);
            library.function("CredFree", FunctionDescriptor.ofVoid(ADDRESS)).run(credential);
            return Optional.of(SecretText.parse(name, text));
        }
    }

    @Override
    public void write(String name, byte[] secret) {
        byte[] text = SecretText.of(secret).getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ERROR_LAYOUT);
            MemorySegment credential = arena.allocate(SIZE, ADDRESS.byteAlignment());
            credential.set(JAVA_INT, TYPE, GENERIC);
            credential.set(ADDRESS, TARGET, target(name, arena));
            credential.set(JAVA_INT, BLOB_SIZE, text.length);
            credential.set(ADDRESS, BLOB, arena.allocateFrom(JAVA_BYTE, text));
            credential.set(JAVA_INT, PERSIST, OF_THIS_MACHINE);
            credential.set(ADDRESS, USER, wide(name, arena));
            if (function("CredWriteW", ADDRESS, JAVA_INT).number(error, credential, 0) == 0) {
                throw failed(error);
            }
        }
    }

    @Override
    public void delete(String name) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment error = arena.allocate(ERROR_LAYOUT);
            int isGone =
                    function("CredDeleteW", ADDRESS, JAVA_INT, JAVA_INT)
                            .number(error, target(name, arena), GENERIC, 0);
            if (isGone == 0 && number(error) != NOT_FOUND) {
                throw failed(error);
            }
        }
    }

    private MemorySegment target(String name, Arena arena) {
        return wide(service + "/" + SecretName.checked(name), arena);
    }

    private static MemorySegment wide(String text, Arena arena) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    /// A function that answers with a truth and leaves the rest in `GetLastError`.
    private NativeFunction function(String name, MemoryLayout... arguments) {
        return library.function(
                name,
                FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState("GetLastError"));
    }

    private static int number(MemorySegment error) {
        return error.get(
                JAVA_INT,
                ERROR_LAYOUT.byteOffset(MemoryLayout.PathElement.groupElement("GetLastError")));
    }

    private static SecretStoreFailed failed(MemorySegment error) {
        return new SecretStoreFailed(
                "the credential store of Windows refused (error " + number(error) + ")");
    }
}
