package studio.backlot.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.Consent;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.workflow.ListHoldings;
import studio.backlot.workflow.OpenedConsent;

/// How a consent is shown.
final class ConsentFacts {
    private ConsentFacts() {}

    static JsonObject json(OpenedConsent consent) {
        return ListHoldings.toJson(consent);
    }

    static List<String> lines(OpenedConsent opened) {
        Consent consent = opened.consent();
        List<String> lines = new ArrayList<>();
        lines.add(
                consent.id()
                        + "  "
                        + opened.record().map(ConsentRecord::subject).orElse("(erased)")
                        + "  "
                        + consent.terms().about().wireName()
                        + consent.terms()
                                .replicaType()
                                .map(type -> " " + type.wireName())
                                .orElse("")
                        + "  "
                        + standing(opened));
        opened.record()
                .filter(ConsentRecord::isGiven)
                .ifPresent(
                        record -> lines.add("  for " + record.project() + ": " + record.scope()));
        return lines;
    }

    private static String standing(OpenedConsent opened) {
        if (opened.consent().withdrawn().isPresent()) {
            return "withdrawn " + day(opened.consent().withdrawn().get().at());
        }
        if (opened.record().filter(record -> !record.isGiven()).isPresent()) {
            return "listed, nothing agreed to";
        }
        return opened.consent()
                .terms()
                .expiresAt()
                .map(end -> "until " + day(end))
                .orElse("without end");
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, 10);
    }
}
