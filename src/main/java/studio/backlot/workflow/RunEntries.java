package studio.backlot.workflow;

import java.util.Optional;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.provenance.LedgerEntry;

/// One run as the ledger has it: its intent, and its outcome if there is one.
record RunEntries(LedgerEntry intent, Optional<LedgerEntry> outcome) {
    /// The label under which an outcome says how its run ended.
    static final String RUN = "run";

    /// The index of the intent that an outcome's assertions name, if they name one.
    static Optional<Long> intentOf(JsonObject assertions) {
        try {
            return assertions
                    .object(RUN)
                    .flatMap(run -> run.number("intent"))
                    .map(JsonNumber::asLong);
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    /// How an outcome says that its run ended; empty text when it does not say.
    static String statusOf(JsonObject assertions) {
        return assertions.object(RUN).flatMap(run -> run.text("status")).orElse("");
    }

    /// The same assertions, said to have been completed after a crash.
    static JsonObject recovered(JsonObject assertions) {
        var all = new JsonBuilder();
        assertions
                .members()
                .forEach((label, value) -> {
                    if (label.equals(RUN) && value instanceof JsonObject run) {
                        var marked = new JsonBuilder();
                        run.members().forEach(marked::put);
                        all.put(label, marked.put("recovered", true).build());
                    } else {
                        all.put(label, value);
                    }
                });
        return all.build();
    }
}
