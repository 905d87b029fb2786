package studio.backlot.workflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.backlot.base.ContentHash;
import studio.backlot.base.IndentedJson;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.FaceCheck;
import studio.backlot.clearance.UseCase;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.MerkleTree;
import studio.backlot.provenance.PayloadReference;

/// Reads the facts of a slip out of the entries of a run.
final class ReadFacts {
    private final OpenProduction production;
    private final Function<PayloadReference, Optional<String>> words;

    /// `words` opens a text where this machine can.
    ReadFacts(OpenProduction production, Function<PayloadReference, Optional<String>> words) {
        this.production = production;
        this.words = words;
    }

    /// The facts but for the uses it was handed in for.
    RecordFacts of(
            LedgerEntry outcome,
            Optional<LedgerEntry> intent,
            Optional<UseCase> useCase,
            Optional<Long> version,
            String place) {
        JsonObject output = outcome.assertions().object("output").orElse(JsonObject.EMPTY);
        return new RecordFacts(
                new RecordFacts.What(
                        FindWork.assetOf(outcome).orElseThrow(),
                        number(output, "width").orElse(0L),
                        number(output, "height").orElse(0L),
                        version,
                        place),
                who(outcome),
                madeWith(outcome, intent),
                new RecordFacts.From(
                        outcome.assertions().array("ingredients").map(List::size).orElse(0),
                        outcome.assertions().get("provider").isPresent()),
                allowedBy(intent, useCase),
                List.of(),
                sealed(outcome),
                exact(outcome, intent));
    }

    private RecordFacts.Who who(LedgerEntry outcome) {
        return new RecordFacts.Who(
                outcome.person().name(),
                outcome.person().role(),
                outcome.signature().isPresent(),
                production.register().persons().maker(outcome).isPresent(),
                outcome.time());
    }

    private RecordFacts.MadeWith madeWith(LedgerEntry outcome, Optional<LedgerEntry> intent) {
        JsonObject recipe = outcome.assertions().object("recipe").orElse(JsonObject.EMPTY);
        List<RecordFacts.Pack> packs = new ArrayList<>();
        for (JsonObject pack : objects(outcome, "packs")) {
            packs.add(
                    new RecordFacts.Pack(
                            pack.text("name").or(() -> pack.text("id")).orElse(""),
                            pack.text("licence").orElse("")));
        }
        return new RecordFacts.MadeWith(
                packs,
                number(recipe, "inferenceSteps"),
                recipe.text("seed"),
                recipe.text("scheduler"),
                intent.flatMap(entry -> entry.assertions().object("request"))
                        .flatMap(request -> request.object("prompt"))
                        .flatMap(this::text),
                objects(outcome, FaceCheck.LABEL).stream()
                        .findFirst()
                        .flatMap(look -> number(look, "found")));
    }

    private Optional<String> text(JsonObject reference) {
        try {
            return words.apply(PayloadReference.parse(reference));
        } catch (MalformedEntry ofTheVerifier) {
            return Optional.empty();
        }
    }

    private RecordFacts.AllowedBy allowedBy(
            Optional<LedgerEntry> intent, Optional<UseCase> useCase) {
        List<JsonObject> consents =
                intent.map(entry -> objects(entry, "consents")).orElse(List.of());
        return new RecordFacts.AllowedBy(
                useCase.flatMap(one -> words.apply(one.title())),
                useCase.map(UseCase::standing),
                consents.size(),
                consents.stream().filter(one -> one.get("override").isPresent()).count());
    }

    private RecordFacts.Sealed sealed(LedgerEntry outcome) {
        return new RecordFacts.Sealed(
                outcome.production(),
                !outcome.production().equals(production.ledger().production()),
                outcome.index(),
                production.ledger().head().checkpoint().size(),
                ContentHash.ofDigest(MerkleTree.leafHash(outcome.bytes())),
                production.anchored());
    }

    private static String exact(LedgerEntry outcome, Optional<LedgerEntry> intent) {
        var exact = new StringBuilder();
        intent.ifPresent(entry -> exact.append(indented(entry)).append("\n\n"));
        return exact.append(indented(outcome)).toString();
    }

    private static String indented(LedgerEntry entry) {
        return new String(
                IndentedJson.bytes(JsonReader.parse(entry.bytes())), StandardCharsets.UTF_8);
    }

    private static Optional<Long> number(JsonObject json, String name) {
        return json.number(name).map(JsonNumber::asLong);
    }

    private static List<JsonObject> objects(LedgerEntry entry, String label) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue value : entry.assertions().array(label).orElse(List.of())) {
            if (value instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }
}
