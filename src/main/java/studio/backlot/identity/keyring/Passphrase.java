package studio.backlot.identity.keyring;

/// What a person types to open their secrets; may be empty.
///
/// A typed one is stretched by 600,000 rounds (OWASP's figure for PBKDF2-HMAC-SHA-256), about a
/// third of a second. An empty one is known to everybody, so rounds would cost time and protect
/// nothing: the files then are protected by their access rights alone, against other accounts of
/// this machine and not against whoever gets the disk or runs as this account. The app says so
/// where the passphrase is chosen.
public record Passphrase(char[] characters) {
    /// Rounds for a typed passphrase.
    public static final int ROUNDS = 600_000;

    /// No passphrase.
    public static Passphrase none() {
        return new Passphrase(new char[0]);
    }

    public static Passphrase of(String typed) {
        return new Passphrase(typed.toCharArray());
    }

    int iterations() {
        return characters.length == 0 ? 1 : ROUNDS;
    }

    /// Never the characters.
    @Override
    public String toString() {
        return characters.length == 0 ? "no passphrase" : "a passphrase";
    }
}
