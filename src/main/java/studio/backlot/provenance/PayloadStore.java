package studio.backlot.provenance;

import java.util.List;
import java.util.Set;

/// Erasable texts, each encrypted under its own random AES-256-GCM key; the keys live outside the
/// production.
///
/// An implementation MUST be durable when `putAll` returns, MUST never reuse a key, and MUST be
/// safe for several threads.
public interface PayloadStore extends AutoCloseable {
    /// Keeps these texts in one commit and returns how an entry names them, in the same order.
    List<PayloadReference> putAll(List<PayloadDraft> drafts);

    /// What has become of a payload: its text, or why there is none. Never throws for a damaged or
    /// missing row.
    PayloadContent open(PayloadReference reference);

    /// Destroys the keys and the rows of these payloads, and what the database files still hold of
    /// them. Does nothing for those already gone.
    void erase(Set<Long> ids);

    /// The ids of all rows greater than `after`, at most `limit`, ascending.
    List<Long> ids(long after, int limit);

    @Override
    void close();
}
