package studio.backlot.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import studio.backlot.ui.fx.FxThread;

/// Tells whoever shows something of the ledger that it has grown. Listeners are called on the
/// window's thread, each with the newest size; those that come in quick succession are one.
public final class LedgerFeed {
    private final FxThread fx;
    private final List<LongConsumer> listeners = new ArrayList<>();
    private long told = -1;

    public LedgerFeed(FxThread fx) {
        this.fx = fx;
    }

    /// Hears of growth from now on; for the window's thread.
    public void listen(LongConsumer listener) {
        listeners.add(listener);
    }

    /// The ledger has this many records now; from any thread.
    public void sized(long size) {
        fx.latest(
                this,
                () -> {
                    if (size != told) {
                        told = size;
                        List.copyOf(listeners).forEach(listener -> listener.accept(size));
                    }
                });
    }
}
