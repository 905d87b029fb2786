package studio.backlot.architecture.planted.catalog;

import java.net.Socket;

/// Guilty: sockets are opened in `net`.
public final class OpensASocket {
    private OpensASocket() {}

    public static boolean isThere(Socket socket) {
        return socket.hashCode() != 0;
    }
}
