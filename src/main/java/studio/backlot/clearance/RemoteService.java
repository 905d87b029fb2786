package studio.backlot.clearance;

import java.time.LocalDate;
import java.util.Locale;

/// A service outside this machine that a production may send to, and what it says it does with what
/// it gets.
///
/// `terms` names the data terms that were read, by address or title and version; `retention` says
/// in words how long they keep what was sent.
public record RemoteService(
        String host,
        String terms,
        String retention,
        boolean isTraining,
        String region,
        LocalDate checkedAt) {
    public RemoteService {
        host = canonical(host);
        if (!host.matches("[a-z0-9]([a-z0-9.:-]*[a-z0-9])?")) {
            throw new IllegalArgumentException(
                    "\"" + host + "\" is no host name such as images.example.org");
        }
    }

    /// Whether this is the service at that host; a service at another port is another one.
    boolean isAt(String other) {
        return host.equals(canonical(other));
    }

    private static String canonical(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
