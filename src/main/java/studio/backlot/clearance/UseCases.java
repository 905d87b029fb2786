package studio.backlot.clearance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.UseCase.Answered;
import studio.backlot.clearance.UseCase.Standing;
import studio.backlot.identity.VerificationKey;
import studio.backlot.provenance.EnrolledPersons;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.MalformedEntry;

/// The use cases of a production as the known entries make them.
///
/// Declared and answered in `use_case` entries, decided in `review` entries, which only a guarded
/// key signs. A decision counts when a person who is vouched for made it and the answers are still
/// those they saw. Not for several threads.
public final class UseCases {
    private final EnrolledPersons persons;
    private final Map<UUID, UseCase> useCases = new LinkedHashMap<>();

    /// `persons` are those enrolled up to the entry that is accepted next.
    public UseCases(EnrolledPersons persons) {
        this.persons = persons;
    }

    /// Takes the next entry; ignores what is no use case's. Answers why it does not count, or
    /// nothing when it does.
    public Optional<String> accept(KnownEntry known) {
        LedgerEntry entry = known.entry();
        if (entry.event() != EventType.USE_CASE && entry.event() != EventType.REVIEW) {
            return Optional.empty();
        }
        Optional<JsonObject> label = entry.assertions().object(UseCaseAct.LABEL);
        if (label.isEmpty()) {
            return entry.event() == EventType.REVIEW
                    ? Optional.empty()
                    : Optional.of("it says nothing of a use case");
        }
        try {
            return apply(UseCaseAct.parse(label.get()), known);
        } catch (MalformedEntry e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> apply(UseCaseAct act, KnownEntry known) {
        UseCase before = useCases.get(act.id());
        boolean isDeclared = act instanceof UseCaseAct.Declare;
        if (isDeclared == (before != null)) {
            return Optional.of(
                    "use case " + act.id() + (isDeclared ? " is there already" : " is not known"));
        }
        boolean isReview = known.entry().event() == EventType.REVIEW;
        if (isReview != act instanceof UseCaseAct.Decide) {
            return Optional.of("decisions about use cases stand in reviews, and nothing else does");
        }
        return switch (act) {
            case UseCaseAct.Declare declare -> {
                useCases.put(declare.id(), declared(declare, known.entry()));
                yield Optional.empty();
            }
            case UseCaseAct.Answers answer when before != null -> {
                useCases.put(answer.id(), answered(before, answer, known.entry()));
                yield Optional.empty();
            }
            case UseCaseAct.Decide decide when before != null -> decide(before, decide, known);
            default -> Optional.empty();
        };
    }

    private UseCase declared(UseCaseAct.Declare act, LedgerEntry entry) {
        return new UseCase(
                act.id(),
                act.title(),
                Map.of(),
                act.areas(),
                act.node(),
                Standing.OPEN,
                with(new Work(Set.of(), Set.of()), entry),
                Optional.empty());
    }

    private UseCase answered(UseCase before, UseCaseAct.Answers act, LedgerEntry entry) {
        Map<Principle, Answered> answers = new EnumMap<>(Principle.class);
        answers.putAll(before.answers());
        answers.putAll(act.answers());
        return new UseCase(
                before.id(),
                before.title(),
                answers,
                before.areas(),
                before.node(),
                Standing.OPEN,
                with(before.makers(), entry),
                Optional.empty());
    }

    private Work with(Work work, LedgerEntry entry) {
        Set<UUID> makers = new LinkedHashSet<>(work.makers());
        Set<String> names = new LinkedHashSet<>(work.typedNames());
        persons.maker(entry)
                .ifPresentOrElse(
                        standing -> makers.add(standing.person().id()),
                        () -> names.add(entry.person().name()));
        return new Work(makers, names);
    }

    private Optional<String> decide(UseCase before, UseCaseAct.Decide act, KnownEntry known) {
        Optional<UUID> approver = vouchedFor(known);
        if (approver.isEmpty()) {
            return Optional.of(
                    "only the guarded key of a person who is vouched for decides about a use case");
        }
        if (!act.state().equals(before.state())) {
            return Optional.of(
                    "use case " + before.id() + " has changed since what was decided about");
        }
        useCases.put(
                before.id(),
                new UseCase(
                        before.id(),
                        before.title(),
                        before.answers(),
                        before.areas(),
                        before.node(),
                        act.isApproved() ? Standing.APPROVED : Standing.REFUSED,
                        before.makers(),
                        approver));
        return Optional.empty();
    }

    /// Who signed with a guarded key that holds, if somebody vouched for them. Keys of imported
    /// entries count while their person is not retired; their index is that of another ledger.
    private Optional<UUID> vouchedFor(KnownEntry known) {
        return known.entry()
                .person()
                .key()
                .flatMap(persons::key)
                .filter(EnrolledPersons.Key::isGuarded)
                .filter(key -> isSignedBy(known.entry(), key.key()))
                .filter(key ->
                        !(known.source() instanceof Source.Local)
                                || key.holdsAt(known.entry().index()))
                .flatMap(key -> persons.person(key.person()))
                .filter(standing -> standing.isVouched() && !standing.isRetired())
                .map(standing -> standing.person().id());
    }

    private static boolean isSignedBy(LedgerEntry entry, VerificationKey key) {
        return entry.signature().filter(made -> made.isBy(key, entry.unsignedBytes())).isPresent();
    }

    /// All use cases, in the order they were declared.
    public Collection<UseCase> all() {
        return List.copyOf(useCases.values());
    }

    public Optional<UseCase> find(UUID id) {
        return Optional.ofNullable(useCases.get(id));
    }

    /// The use case that work at the end of this path of the show tree inherits: that of the
    /// nearest node from the end, else that of the whole show. Of several at one place the last
    /// declared counts, one that a producer refused only where there is no other.
    public Optional<UseCase> forNode(List<UUID> path) {
        List<UUID> fromTheEnd = path.reversed();
        for (UUID node : fromTheEnd) {
            Optional<UseCase> here = lastAt(Optional.of(node));
            if (here.isPresent()) {
                return here;
            }
        }
        return lastAt(Optional.empty());
    }

    private Optional<UseCase> lastAt(Optional<UUID> node) {
        List<UseCase> here = new ArrayList<>();
        useCases.values().stream().filter(one -> one.node().equals(node)).forEach(here::add);
        return here.reversed().stream()
                .filter(one -> one.standing() != Standing.REFUSED)
                .findFirst()
                .or(() -> here.isEmpty() ? Optional.empty() : Optional.of(here.getLast()));
    }
}
