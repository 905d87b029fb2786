package studio.backlot.architecture.planted.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/// Guilty: an address that is read is a socket in disguise.
public final class ReadsAUrl {
    private ReadsAUrl() {}

    public static InputStream read(URL url) throws IOException {
        return url.openStream();
    }
}
