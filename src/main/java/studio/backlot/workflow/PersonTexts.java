package studio.backlot.workflow;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.backlot.clearance.EnglishWords;
import studio.backlot.clearance.ListedName;
import studio.backlot.clearance.NameGate;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;

/// Which texts must go when a person is erased: those of their consents, every text that names
/// them, and all of a run whose words do, since its tokens are those words in another spelling. Of
/// a package from elsewhere that brought such words all tokens go: whose they are is not said.
final class PersonTexts {
    private static final int PAGE = 1_000;

    private final OpenProduction production;

    PersonTexts(OpenProduction production) {
        this.production = production;
    }

    /// The ids of those texts, for a person by name, whether or not the register has them, or by a
    /// consent of theirs. The reason is kept, so it must not name them: throws
    /// [IllegalArgumentException] then.
    Set<Long> idsOf(String nameOrConsent, String reason) {
        List<OpenedConsent> consents = ListHoldings.ofPerson(production, nameOrConsent);
        List<ListedName> names = ListHoldings.names(nameOrConsent, consents);
        requireNameless(reason, names);
        TracePerson.Held held = ListHoldings.held(production, nameOrConsent, consents);
        Set<Long> ids = new LinkedHashSet<>(QueuedTexts.naming(production, names));
        Set<UUID> jobs = new HashSet<>();
        Set<Long> entries = new HashSet<>();
        for (TracePerson.Text text : held.texts()) {
            entries.add(text.index());
            ids.add(text.reference().id());
            text.job().ifPresent(jobs::add);
        }
        Set<Long> ofConsents = new HashSet<>();
        for (OpenedConsent one : consents) {
            ofConsents.add(one.consent().index());
            one.consent().withdrawn().ifPresent(end -> ofConsents.add(end.index()));
        }
        EachEntry.of(
                production.ledger(),
                PAGE,
                entry -> {
                    if (entry.event() == EventType.IMPORT && entries.contains(entry.index())) {
                        TracePerson.references(entry).stream()
                                .filter(reference -> reference.kind() == PayloadKind.TOKENS)
                                .map(PayloadReference::id)
                                .forEach(ids::add);
                    }
                    if (ofConsents.contains(entry.index())
                            || entry.job().filter(jobs::contains).isPresent()) {
                        TracePerson.references(entry).stream()
                                .map(PayloadReference::id)
                                .forEach(ids::add);
                    }
                });
        return ids;
    }

    private static void requireNameless(String reason, List<ListedName> names) {
        if (!names.isEmpty() && !new NameGate(names, EnglishWords.load()).hits(reason).isEmpty()) {
            throw new IllegalArgumentException(
                    "the reason names the person who is to be erased, and it is kept: say it without the name");
        }
    }
}
