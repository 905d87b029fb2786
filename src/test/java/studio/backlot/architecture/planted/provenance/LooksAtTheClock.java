package studio.backlot.architecture.planted.provenance;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// Guilty: time and chance come in as parameters.
public final class LooksAtTheClock {
    private LooksAtTheClock() {}

    public static Instant now() {
        return Instant.now();
    }

    public static InstantSource clock() {
        return InstantSource.system();
    }

    public static UUID id() {
        return UUID.randomUUID();
    }

    public static SecureRandom chance() {
        return new SecureRandom();
    }
}
