package studio.backlot.identity.keyring;

import java.util.regex.Pattern;

/// What a secret may be called, in every store.
final class SecretName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

    private SecretName() {}

    /// The name itself; throws [IllegalArgumentException] where it is none.
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a secret's name is made of lower-case letters, digits, - and ., not \""
                            + name
                            + "\"");
        }
        return name;
    }
}
