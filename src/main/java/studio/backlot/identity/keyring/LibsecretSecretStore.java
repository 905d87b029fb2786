package studio.backlot.identity.keyring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;

/// Secrets in the keyring of a Linux session, through libsecret: GNOME Keyring, KWallet, KeePassXC
/// and whoever else answers as `org.freedesktop.secrets`.
///
/// They lie in the default collection. Reading and deleting may ask the person to unlock it where
/// there is a screen to ask on; writing never asks.
final class LibsecretSecretStore implements SecretStore {
    private static final String LIBRARY = "libsecret-1.so.0";
    private static final String COLLECTION = "default";
    private static final int SESSION_BUS = 2;
    private static final MemorySegment NULL = MemorySegment.NULL;

    private final NativeLibrary library;
    private final String service;
    private final boolean mayAsk;

    private LibsecretSecretStore(NativeLibrary library, String service, boolean mayAsk) {
        this.library = library;
        this.service = service;
        this.mayAsk = mayAsk;
    }

    /// The session's keyring, with the secrets of one `service` in it. `mayAsk`: there is a screen
    /// on which the person can be asked to unlock it.
    static Keyring open(String service, boolean mayAsk) {
        Optional<NativeLibrary> library = NativeLibrary.load(LIBRARY);
        if (library.isEmpty()) {
            return new Keyring.None("the library libsecret is not installed");
        }
        var store = new LibsecretSecretStore(library.get(), service, mayAsk);
        try (var arena = Arena.ofConfined()) {
            store.outliveTheBus(arena);
            store.unref(store.collection(arena));
            return new Keyring.Usable(store);
        } catch (SecretStoreFailed e) {
            return new Keyring.None(String.valueOf(e.getMessage()));
        }
    }

    /// GIO ends the process when the shared connection to the session bus closes, unless told not
    /// to.
    private void outliveTheBus(Arena arena) {
        MemorySegment error = arena.allocate(ADDRESS);
        MemorySegment bus =
                function("g_bus_get_sync", ADDRESS, JAVA_INT, ADDRESS, ADDRESS)
                        .pointer(SESSION_BUS, NULL, error);
        check(error);
        library.function(
                        "g_dbus_connection_set_exit_on_close",
                        FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT))
                .run(bus, 0);
        unref(bus);
    }

    @Override
    public Optional<byte[]> read(String name) {
        SecretName.checked(name);
        try (var arena = Arena.ofConfined()) {
            unlock(arena);
            MemorySegment error = arena.allocate(ADDRESS);
            MemorySegment attributes = attributes(name, arena);
            MemorySegment found =
                    function(
                                    "secret_password_lookupv_sync",
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS)
                            .pointer(NULL, attributes, NULL, error);
            release("g_hash_table_unref", attributes);
            check(error);
            if (found.equals(NULL)) {
                return Optional.empty();
            }
            String text = NativeLibrary.text(found);
            release("secret_password_free", found);
            return Optional.of(SecretText.parse(name, text));
        }
    }

    @Override
    public void write(String name, byte[] secret) {
        SecretName.checked(name);
        try (var arena = Arena.ofConfined()) {
            requireUnlocked(arena);
            MemorySegment error = arena.allocate(ADDRESS);
            MemorySegment attributes = attributes(name, arena);
            int isStored =
                    function(
                                    "secret_password_storev_sync",
                                    JAVA_INT,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS,
                                    ADDRESS)
                            .number(
                                    NULL,
                                    attributes,
                                    arena.allocateFrom(COLLECTION),
                                    arena.allocateFrom("Backlot " + name),
                                    arena.allocateFrom(SecretText.of(secret)),
                                    NULL,
                                    error);
            release("g_hash_table_unref", attributes);
            check(error);
            if (isStored == 0) {
                throw new SecretStoreFailed("the keyring did not take a key");
            }
        }
    }

    @Override
    public void delete(String name) {
        SecretName.checked(name);
        try (var arena = Arena.ofConfined()) {
            unlock(arena);
            MemorySegment error = arena.allocate(ADDRESS);
            MemorySegment attributes = attributes(name, arena);
            function("secret_password_clearv_sync", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS)
                    .run(NULL, attributes, NULL, error);
            release("g_hash_table_unref", attributes);
            check(error);
        }
    }

    /// Attributes are not encrypted in a keyring: they say which secret it is and nothing of it.
    private MemorySegment attributes(String name, Arena arena) {
        MemorySegment table =
                function("g_hash_table_new", ADDRESS, ADDRESS, ADDRESS)
                        .pointer(library.address("g_str_hash"), library.address("g_str_equal"));
        NativeFunction insert =
                function("g_hash_table_insert", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        Map.of("xdg:schema", "studio.backlot.Secret", "service", service, "name", name)
                .forEach((key, value) ->
                        insert.run(table, arena.allocateFrom(key), arena.allocateFrom(value)));
        return table;
    }

    private void requireUnlocked(Arena arena) {
        MemorySegment collection = collection(arena);
        try {
            if (isLocked(collection)) {
                throw locked();
            }
        } finally {
            unref(collection);
        }
    }

    private void unlock(Arena arena) {
        MemorySegment collection = collection(arena);
        try {
            if (isLocked(collection) && !(mayAsk && isUnlockedWhenAsked(collection, arena))) {
                throw locked();
            }
        } finally {
            unref(collection);
        }
    }

    private boolean isUnlockedWhenAsked(MemorySegment collection, Arena arena) {
        MemorySegment error = arena.allocate(ADDRESS);
        MemorySegment service = service(arena);
        MemorySegment list =
                function("g_list_append", ADDRESS, ADDRESS, ADDRESS).pointer(NULL, collection);
        int unlocked =
                function(
                                "secret_service_unlock_sync",
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS,
                                ADDRESS,
                                ADDRESS,
                                ADDRESS)
                        .number(service, list, NULL, NULL, error);
        release("g_list_free", list);
        unref(service);
        check(error);
        return unlocked > 0;
    }

    private static SecretStoreFailed locked() {
        return new SecretStoreFailed(
                "the keyring is locked: unlock it in the desktop session of this account and try again");
    }

    private boolean isLocked(MemorySegment collection) {
        return function("secret_collection_get_locked", JAVA_INT, ADDRESS).number(collection) != 0;
    }

    /// Where new secrets go; throws [SecretStoreFailed] where nobody answers or nothing was set up.
    private MemorySegment collection(Arena arena) {
        MemorySegment service = service(arena);
        MemorySegment error = arena.allocate(ADDRESS);
        MemorySegment collection =
                function(
                                "secret_collection_for_alias_sync",
                                ADDRESS,
                                ADDRESS,
                                ADDRESS,
                                JAVA_INT,
                                ADDRESS,
                                ADDRESS)
                        .pointer(service, arena.allocateFrom(COLLECTION), 0, NULL, error);
        unref(service);
        check(error);
        if (collection.equals(NULL)) {
            throw new SecretStoreFailed("this account has no keyring yet");
        }
        return collection;
    }

    private MemorySegment service(Arena arena) {
        MemorySegment error = arena.allocate(ADDRESS);
        MemorySegment service =
                function("secret_service_get_sync", ADDRESS, JAVA_INT, ADDRESS, ADDRESS)
                        .pointer(0, NULL, error);
        check(error);
        return service;
    }

    /// A `GError` is a domain, a code and a message.
    private void check(MemorySegment slot) {
        MemorySegment error = slot.get(ADDRESS, 0);
        if (error.equals(NULL)) {
            return;
        }
        long message = 2L * Integer.BYTES;
        String words =
                NativeLibrary.text(
                        NativeLibrary.reach(error, message + ADDRESS.byteSize())
                                .get(ADDRESS, message));
        release("g_error_free", error);
        throw new SecretStoreFailed("the keyring refused: " + words);
    }

    private void unref(MemorySegment object) {
        release("g_object_unref", object);
    }

    private void release(String function, MemorySegment pointer) {
        library.function(function, FunctionDescriptor.ofVoid(ADDRESS)).run(pointer);
    }

    private NativeFunction function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return library.function(name, FunctionDescriptor.of(result, arguments));
    }
}
