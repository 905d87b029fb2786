package studio.backlot.cli;

import java.util.ArrayList;
import java.util.List;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.provenance.Head;
import studio.backlot.workflow.OpenProduction;

/// What `production info` says.
final class ProductionFacts {
    private ProductionFacts() {}

    static JsonObject json(OpenProduction production) {
        Head head = production.ledger().head();
        return new JsonBuilder()
                .put("folder", production.layout().root().toString())
                .put("id", production.description().id().toString())
                .put("name", production.description().name())
                .put("preset", production.preset().wireName())
                .put("format", production.description().format())
                .put("created", production.description().created().toString())
                .put("entries", head.checkpoint().size())
                .put("root", head.checkpoint().root().hex())
                .put("logKey", production.logKey().text())
                .put("logKeyFingerprint", production.logKey().key().fingerprint().hex())
                .put(
                        "logKeyWords",
                        String.join(
                                " ", FingerprintWords.of(production.logKey().key().fingerprint())))
                .put("anchor", production.anchorFolder().map(Object::toString))
                .build();
    }

    static List<String> lines(OpenProduction production) {
        Head head = production.ledger().head();
        List<String> lines = new ArrayList<>();
        lines.add(
                "production  "
                        + production.description().name()
                        + "  ("
                        + production.layout().root()
                        + ")");
        lines.add("id          " + production.description().id());
        lines.add("policy      " + production.preset().wireName());
        lines.add("records     " + head.checkpoint().size());
        lines.add("log key     " + production.logKey().text());
        ContentHash fingerprint = production.logKey().key().fingerprint();
        lines.add("fingerprint " + fingerprint);
        FingerprintWords.lines(fingerprint).forEach(words -> lines.add("            " + words));
        lines.add(
                "anchor      "
                        + production
                                .anchorFolder()
                                .map(Object::toString)
                                .orElse("none: not anchored outside"));
        return lines;
    }
}
