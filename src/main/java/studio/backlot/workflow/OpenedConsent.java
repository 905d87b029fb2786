package studio.backlot.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.base.MalformedJson;
import studio.backlot.clearance.Consent;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.clearance.ListedName;
import studio.backlot.provenance.PayloadContent;

/// A consent with its text opened; `record` is empty where that was erased, or cannot be read here.
public record OpenedConsent(Consent consent, Optional<ConsentRecord> record) {

    /// All consents of a production, in the order they were recorded.
    public static List<OpenedConsent> all(OpenProduction production) {
        List<OpenedConsent> opened = new ArrayList<>();
        for (Consent consent : production.register().consents().all()) {
            opened.add(new OpenedConsent(consent, record(production, consent)));
        }
        return opened;
    }

    private static Optional<ConsentRecord> record(OpenProduction production, Consent consent) {
        if (production.payloads().open(consent.record()) instanceof PayloadContent.Open open) {
            try {
                return Optional.of(ConsentRecord.parse(open.content()));
            } catch (MalformedJson e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The names by which texts are searched for this person.
    List<ListedName> names() {
        return record.map(ConsentRecord::names).orElse(List.of()).stream()
                .map(name -> new ListedName(name, ListedName.Kind.PERSON, consent.id().toString()))
                .toList();
    }

    /// How the person is called in a message.
    String called() {
        return record.map(ConsentRecord::subject).orElse("a person whose record was erased");
    }
}
