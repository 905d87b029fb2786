package studio.backlot.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.clearance.Consent;
import studio.backlot.clearance.EnglishWords;
import studio.backlot.clearance.ListedName;
import studio.backlot.clearance.NameGate;

/// Answers "what do you hold about this person?" in one document: their consents, every text that
/// names them, the runs that do or that rest on a consent of theirs, and where the results went.
public final class ListHoldings {
    private final OpenProduction production;

    public ListHoldings(OpenProduction production) {
        this.production = production;
    }

    /// All that the production holds about the person whom this name, or this id of a consent,
    /// means. Texts that name them otherwise than a listed name does are not found.
    public JsonObject run(String nameOrConsent, Instant at) {
        List<OpenedConsent> consents = ofPerson(production, nameOrConsent);
        TracePerson.Held held = held(production, nameOrConsent, consents);
        return new JsonBuilder()
                .put("person", nameOrConsent)
                .put(
                        "production",
                        new JsonBuilder()
                                .put("id", production.description().id().toString())
                                .put("name", production.description().name())
                                .build())
                .put("at", at.toString())
                .put("consents", consents.stream().map(ListHoldings::toJson).toList())
                .put("texts", held.texts().stream().map(ListHoldings::toJson).toList())
                .put("work", held.touched().toJson())
                .put("notReadable", held.sealed())
                .build();
    }

    /// The consents of the person whom this name means, or the consent of this id.
    static List<OpenedConsent> ofPerson(OpenProduction production, String nameOrConsent) {
        List<OpenedConsent> all = OpenedConsent.all(production);
        List<OpenedConsent> byId =
                all.stream()
                        .filter(one -> one.consent().id().toString().equals(nameOrConsent))
                        .toList();
        if (!byId.isEmpty() || all.isEmpty() || !isName(nameOrConsent)) {
            return byId;
        }
        EnglishWords english = EnglishWords.load();
        return all.stream().filter(one -> isOf(one, nameOrConsent, english)).toList();
    }

    /// Whether the name is one of the consent's, in any of its spellings.
    private static boolean isOf(OpenedConsent consent, String name, EnglishWords english) {
        String meant = name.strip();
        return consent.names().stream()
                        .anyMatch(listed -> listed.name().strip().equalsIgnoreCase(meant))
                || new NameGate(consent.names(), english)
                        .hits(meant).stream()
                                .anyMatch(hit -> hit.from() == 0 && hit.to() == meant.length());
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= ListedName.LONGEST;
    }

    /// What a search for the person finds: by all names of their consents, and by the one given.
    static TracePerson.Held held(
            OpenProduction production, String nameOrConsent, List<OpenedConsent> consents) {
        Set<UUID> ids =
                consents.stream()
                        .map(one -> one.consent().id())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return new TracePerson(production, ids, names(nameOrConsent, consents)).held();
    }

    /// The names by which texts are searched: all of the consents, and the one given.
    static List<ListedName> names(String nameOrConsent, List<OpenedConsent> consents) {
        Set<ListedName> names = new LinkedHashSet<>();
        consents.forEach(consent -> names.addAll(consent.names()));
        boolean isId =
                consents.stream()
                        .anyMatch(one -> one.consent().id().toString().equals(nameOrConsent));
        if (!isId && isName(nameOrConsent)) {
            names.add(new ListedName(nameOrConsent, ListedName.Kind.PERSON, nameOrConsent));
        }
        return new ArrayList<>(names);
    }

    /// A consent as a person sees it.
    public static JsonObject toJson(OpenedConsent opened) {
        Consent consent = opened.consent();
        var json =
                new JsonBuilder()
                        .put("record", consent.index())
                        .put("id", consent.id().toString())
                        .put("about", consent.terms().about().wireName())
                        .put(
                                "replicaType",
                                consent.terms().replicaType().map(type -> type.wireName()))
                        .put("noticeAt", consent.terms().noticeAt().map(Instant::toString))
                        .put("scanAt", consent.terms().scanAt().map(Instant::toString))
                        .put("expiresAt", consent.terms().expiresAt().map(Instant::toString))
                        .put("evidence", consent.terms().evidence().map(hash -> hash.hex()))
                        .put("withdrawnAt", consent.withdrawn().map(end -> end.at().toString()));
        opened.record()
                .ifPresentOrElse(
                        record -> json.put("text", record.toJson()),
                        () -> json.put("state", new JsonString("erased or not readable here")));
        return json.build();
    }

    private static JsonObject toJson(TracePerson.Text text) {
        return new JsonBuilder()
                .put("record", text.index())
                .put("kind", text.reference().kind().wireName())
                .put("text", text.words())
                .build();
    }
}
