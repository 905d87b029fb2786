package studio.backlot.identity.keyring;

import java.util.Base64;
import studio.backlot.identity.SecretDamaged;

/// A secret as the text that keyrings are made for: passwords, without zero bytes and never empty.
final class SecretText {
    private static final String FORM = "base64:";

    private SecretText() {}

    static String of(byte[] secret) {
        return FORM + Base64.getEncoder().encodeToString(secret);
    }

    /// The secret of that text; throws [SecretDamaged] where it was not written by us.
    static byte[] parse(String name, String text) {
        if (!text.startsWith(FORM)) {
            throw new SecretDamaged(name, "what the keyring holds under its name is not ours");
        }
        try {
            return Base64.getDecoder().decode(text.substring(FORM.length()));
        } catch (IllegalArgumentException e) {
            throw new SecretDamaged(name, "its text in the keyring has changed");
        }
    }
}
