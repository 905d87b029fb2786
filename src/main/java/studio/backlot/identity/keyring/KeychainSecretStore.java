package studio.backlot.identity.keyring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import studio.backlot.identity.SecretStore;
import studio.backlot.identity.SecretStoreFailed;

/// Secrets in the macOS keychain, as generic passwords of one service.
///
/// Through the functions of `SecKeychain.h`: older than `SecItem`, still there, and plain bytes.
final class KeychainSecretStore implements SecretStore {
    private static final String SECURITY = "/System/Library/Frameworks/Security.framework/Security";
    private static final String CORE_FOUNDATION =
            "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";
    private static final int DONE = 0;
    private static final int NOT_FOUND = -25300;
    private static final MemorySegment NULL = MemorySegment.NULL;

    private final NativeLibrary security;
    private final NativeLibrary coreFoundation;
    private final byte[] service;

    private KeychainSecretStore(
            NativeLibrary security, NativeLibrary coreFoundation, String service) {
        this.security = security;
        this.coreFoundation = coreFoundation;
        this.service = service.getBytes(StandardCharsets.UTF_8);
    }

    static Keyring open(String service) {
        Optional<NativeLibrary> security = NativeLibrary.load(SECURITY);
        Optional<NativeLibrary> coreFoundation = NativeLibrary.load(CORE_FOUNDATION);
        if (security.isEmpty() || coreFoundation.isEmpty()) {
            return new Keyring.None("this macOS has no Security framework");
        }
        return new Keyring.Usable(
                new KeychainSecretStore(security.get(), coreFoundation.get(), service));
    }

    @Override
    public Optional<byte[]> read(String name) {
        SecretName.checked(name);
        try (var arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(JAVA_INT);
            MemorySegment content = arena.allocate(ADDRESS);
            int status = find(name, length, content, NULL, arena);
            if (status == NOT_FOUND) {
                return Optional.empty();
            }
            check(status);
            MemorySegment bytes = content.get(ADDRESS, 0);
            String text =
                    new String(
                            NativeLibrary.reach(
                                            bytes, Integer.toUnsignedLong(length.get(JAVA_INT, 0)))
                                    .toArray(JAVA_BYTE),
                            StandardCharsets.UTF_8);
            security.function(
                            "SecKeychainItemFreeContent",
                            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS))
                    .run(NULL, bytes);
            return Optional.of(SecretText.parse(name, text));
        }
    }

    private int find(
            String name,
            MemorySegment length,
            MemorySegment content,
            MemorySegment item,
            Arena arena) {
        byte[] account = name.getBytes(StandardCharsets.UTF_8);
        return security.function(
                        "SecKeychainFindGenericPassword",
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS,
                                ADDRESS, ADDRESS))
                .number(
                        NULL,
                        service.length,
                        arena.allocateFrom(JAVA_BYTE, service),
                        account.length,
                        arena.allocateFrom(JAVA_BYTE, account),
                        length,
                        content,
                        item);
    }

    /// The keychain has no "add or replace"; whoever writes has the old secret in a file still.
    @Override
    public void write(String name, byte[] secret) {
        delete(name);
        byte[] account = name.getBytes(StandardCharsets.UTF_8);
        byte[] text = SecretText.of(secret).getBytes(StandardCharsets.UTF_8);
        try (var arena = Arena.ofConfined()) {
            check(
                    security.function(
                                    "SecKeychainAddGenericPassword",
                                    FunctionDescriptor.of(
                                            JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS,
                                            JAVA_INT, ADDRESS, ADDRESS))
                            .number(
                                    NULL,
                                    service.length,
                                    arena.allocateFrom(JAVA_BYTE, service),
                                    account.length,
                                    arena.allocateFrom(JAVA_BYTE, account),
                                    text.length,
                                    arena.allocateFrom(JAVA_BYTE, text),
                                    NULL));
        }
    }

    @Override
    public void delete(String name) {
        SecretName.checked(name);
        try (var arena = Arena.ofConfined()) {
            MemorySegment item = arena.allocate(ADDRESS);
            int status = find(name, NULL, NULL, item, arena);
            if (status == NOT_FOUND) {
                return;
            }
            check(status);
            MemorySegment found = item.get(ADDRESS, 0);
            int removed =
                    security.function(
                                    "SecKeychainItemDelete",
                                    FunctionDescriptor.of(JAVA_INT, ADDRESS))
                            .number(found);
            coreFoundation.function("CFRelease", FunctionDescriptor.ofVoid(ADDRESS)).run(found);
            check(removed);
        }
    }

    private static void check(int status) {
        if (status != DONE) {
            throw new SecretStoreFailed(words(status));
        }
    }

    private static String words(int status) {
        return switch (status) {
            case -128, -25293 -> "the keychain was not opened: the question was refused";
            case -25308 ->
                    "the keychain is locked: unlock it in the desktop session of this account and try again";
            case -25307, -25291 -> "this account has no keychain";
            default -> "the keychain refused (status " + status + ")";
        };
    }
}
