package studio.backlot.workflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonReader;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.MalformedJson;
import studio.backlot.clearance.EnglishWords;
import studio.backlot.clearance.ListedName;
import studio.backlot.clearance.NameGate;
import studio.backlot.handover.ImportRecord;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.PayloadReference;

/// Walks a ledger once and finds all that names a person or rests on one of their consents.
final class TracePerson {
    private static final int PAGE = 1_000;

    private final OpenProduction production;
    private final Set<String> consents;
    private final Optional<NameGate> gate;

    private final List<Text> texts = new ArrayList<>();
    private final Set<Long> intents = new LinkedHashSet<>();
    private final Set<Long> outcomes = new LinkedHashSet<>();
    private final Set<ContentHash> hashes = new LinkedHashSet<>();
    private final List<TouchedWork.Made> assets = new ArrayList<>();
    private final List<TouchedWork.Left> exports = new ArrayList<>();
    private final List<TouchedWork.Sent> packages = new ArrayList<>();
    private long sealed;

    /// For these consents, and for texts that hold one of these names.
    TracePerson(OpenProduction production, Set<UUID> consents, List<ListedName> names) {
        this.production = production;
        this.consents = new LinkedHashSet<>(consents.stream().map(UUID::toString).toList());
        this.gate =
                names.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new NameGate(names, EnglishWords.load()));
    }

    /// A text that names the person, and the entry it belongs to.
    record Text(long index, Optional<UUID> job, PayloadReference reference, String words) {}

    /// All that was found. `sealed`: how many texts could not be read, because their keys are not
    /// here or they are damaged.
    record Held(List<Text> texts, TouchedWork touched, long sealed) {}

    Held held() {
        EachEntry.of(production.ledger(), PAGE, this::visit);
        return new Held(
                List.copyOf(texts),
                new TouchedWork(List.copyOf(intents), assets, exports, packages),
                sealed);
    }

    private void visit(LedgerEntry entry) {
        boolean isNamed = searchTexts(entry);
        switch (entry.event()) {
            case INTENT -> {
                if (isNamed || restsOnConsent(entry)) {
                    intents.add(entry.index());
                }
            }
            case OUTCOME -> outcome(entry);
            case EXPORT -> export(entry);
            case HANDOVER -> handover(entry);
            default -> {}
        }
    }

    private boolean searchTexts(LedgerEntry entry) {
        boolean isNamed = false;
        for (PayloadReference reference : references(entry)) {
            if (reference.kind() == PayloadKind.TOKENS) {
                continue;
            }
            switch (production.payloads().open(reference)) {
                case PayloadContent.Open open -> {
                    String words = words(entry, open);
                    if (gate.filter(names -> !names.hits(words).isEmpty()).isPresent()) {
                        texts.add(new Text(entry.index(), entry.job(), reference, words));
                        isNamed = true;
                    }
                }
                case PayloadContent.Absent absent -> {}
                case PayloadContent.Locked locked -> sealed++;
                case PayloadContent.Damaged damaged -> sealed++;
            }
        }
        return isNamed;
    }

    /// A text that came in a package is kept as the opening that proves it.
    private static String words(LedgerEntry entry, PayloadContent.Open open) {
        if (!ImportRecord.isIn(entry)) {
            return open.text();
        }
        try {
            PayloadOpening opening = PayloadOpening.parse(JsonReader.parseObject(open.content()));
            return new String(opening.content(), StandardCharsets.UTF_8);
        } catch (MalformedJson | MalformedEntry | IllegalArgumentException e) {
            return open.text();
        }
    }

    static List<PayloadReference> references(LedgerEntry entry) {
        try {
            return PayloadReference.allIn(entry.assertions());
        } catch (MalformedEntry e) {
            return List.of();
        }
    }

    private boolean restsOnConsent(LedgerEntry entry) {
        return entry.assertions().array(ConsentGate.CONSENTS).orElse(List.of()).stream()
                .anyMatch(one ->
                        one instanceof JsonObject used
                                && used.text("consent").filter(consents::contains).isPresent());
    }

    private void outcome(LedgerEntry entry) {
        if (RunEntries.intentOf(entry.assertions()).filter(intents::contains).isPresent()) {
            outcomes.add(entry.index());
            entry.assertions()
                    .object("output")
                    .flatMap(output -> output.text("asset"))
                    .filter(ContentHash::isHex)
                    .ifPresent(hash -> {
                        assets.add(new TouchedWork.Made(entry.index(), hash));
                        hashes.add(new ContentHash(hash));
                    });
        }
    }

    private void export(LedgerEntry entry) {
        JsonObject export = entry.assertions().object("export").orElse(JsonObject.EMPTY);
        if (number(export, "entry").filter(outcomes::contains).isPresent()) {
            exports.add(
                    new TouchedWork.Left(
                            entry.index(),
                            entry.assertions()
                                    .object("written")
                                    .flatMap(written -> written.text("file"))
                                    .orElse(""),
                            export.text("use").orElse("")));
        }
    }

    /// A package that carried one of the assets, or the opening of one of the texts.
    private void handover(LedgerEntry entry) {
        boolean hasAsset =
                NamedPieces.in(entry.assertions()).assets().stream().anyMatch(hashes::contains);
        Set<Long> opened = openings(entry);
        boolean hasText = texts.stream().anyMatch(text -> opened.contains(text.reference().id()));
        if (hasAsset || hasText) {
            packages.add(sent(production, entry));
        }
    }

    /// The payloads whose openings a package carried away.
    static Set<Long> openings(LedgerEntry entry) {
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonValue one :
                entry.assertions()
                        .object("handover")
                        .flatMap(handover -> handover.array("openings"))
                        .orElse(List.of())) {
            if (one instanceof JsonNumber id) {
                ids.add(id.asLong());
            }
        }
        return ids;
    }

    static TouchedWork.Sent sent(OpenProduction production, LedgerEntry entry) {
        JsonObject handover = entry.assertions().object("handover").orElse(JsonObject.EMPTY);
        Optional<String> name =
                references(entry).stream()
                        .filter(reference -> reference.kind() == PayloadKind.FILE_NAME)
                        .map(production.payloads()::open)
                        .filter(PayloadContent.Open.class::isInstance)
                        .map(open -> ((PayloadContent.Open) open).text())
                        .findFirst();
        return new TouchedWork.Sent(entry.index(), handover.text("package").orElse(""), name);
    }

    private static Optional<Long> number(JsonObject json, String name) {
        try {
            return json.number(name).map(JsonNumber::asLong);
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
