package studio.backlot.workflow;

import java.util.List;
import java.util.Set;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.PayloadStore;

/// The payloads while another program reads an older state: they can be read, and not be erased to
/// the end.
record ReadElsewhere(PayloadStore whole) implements PayloadStore {
    @Override
    public List<PayloadReference> putAll(List<PayloadDraft> drafts) {
        return whole.putAll(drafts);
    }

    @Override
    public PayloadContent open(PayloadReference reference) {
        return whole.open(reference);
    }

    @Override
    public void erase(Set<Long> ids) {
        throw new LedgerFailed("payload.sqlite is being read by another program");
    }

    @Override
    public List<Long> ids(long after, int limit) {
        return whole.ids(after, limit);
    }

    @Override
    public void close() {
        whole.close();
    }
}
