package studio.backlot.workflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.clearance.Answer;
import studio.backlot.clearance.Approver;
import studio.backlot.clearance.Area;
import studio.backlot.clearance.Decision;
import studio.backlot.clearance.Policy;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.Register;
import studio.backlot.clearance.UseCase;
import studio.backlot.clearance.UseCase.Answered;
import studio.backlot.clearance.UseCaseAct;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;

/// Declares what generated material will be used for, answers the five principles, and decides
/// about it.
public final class DeclareUseCase {
    private final OpenProduction production;
    private final Supplier<UUID> ids;

    public DeclareUseCase(OpenProduction production, Supplier<UUID> ids) {
        this.production = production;
        this.ids = ids;
    }

    /// One answer as a person gives it, with the words and the file that go beside it.
    public record Given(
            Answer answer, Optional<String> note, Optional<Supplier<byte[]>> document) {}

    /// Declares a use case; nothing is answered with it. `scope` is the path of the node of the
    /// show tree in which it holds, such as `101/020`; none for the whole show.
    public UseCase declare(String title, Set<Area> areas, Optional<String> scope, Signatory by) {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a use case needs a title that says what for");
        }
        new FollowPolicy(production).inForce(by);
        Optional<UUID> node = scope.map(path -> EditShowTree.node(production, path).id());
        UUID id = ids.get();
        append(EventType.USE_CASE, new UseCaseAct.Declare(id, note(title), areas, node), by);
        return require(production.register(), id);
    }

    /// Answers principles, for the first time or anew; takes back what a producer had decided.
    /// Throws [EntryUnknown] for a use case that is not here.
    public UseCase answer(UUID id, Map<Principle, Given> answers, Signatory by) {
        require(production.register(), id);
        new FollowPolicy(production).inForce(by);
        Map<Principle, Answered> kept = new EnumMap<>(Principle.class);
        answers.forEach((principle, given) -> kept.put(principle, keep(given)));
        append(EventType.USE_CASE, new UseCaseAct.Answers(id, kept), by);
        return require(production.register(), id);
    }

    private Answered keep(Given given) {
        Optional<ContentHash> document =
                given.document().map(file -> production.assets().put(file.get()));
        return new Answered(given.answer(), given.note().map(this::note), document);
    }

    /// Approves or refuses a use case as it stands, by the guarded key. Throws [ActRefused] when
    /// the person may not.
    public UseCase decide(UUID id, boolean isApproved, String reason, Signatory guarded) {
        UseCase useCase = require(production.register(), id);
        Policy policy = new FollowPolicy(production).inForce(guarded).policy();
        Decision decision =
                Approver.of(production.register().persons(), guarded.maker())
                        .map(approver -> policy.mayApprove(approver, useCase.makers()))
                        .orElseGet(() ->
                                new Decision.Refused(
                                        Policy.APPROVAL,
                                        guarded.maker().name()
                                                + " is not enrolled here: a producer does so with `backlot person enrol`"));
        if (decision instanceof Decision.Refused refused) {
            throw new ActRefused(refused);
        }
        append(
                EventType.REVIEW,
                new UseCaseAct.Decide(id, isApproved, useCase.state(), note(reason)),
                guarded);
        return require(production.register(), id);
    }

    /// The use case of that id; throws [EntryUnknown].
    static UseCase require(Register register, UUID id) {
        return register.useCases()
                .find(id)
                .orElseThrow(() ->
                        new EntryUnknown(
                                "there is no use case "
                                        + id
                                        + " in this production; `backlot use-case list` shows those that are"));
    }

    private PayloadReference note(String words) {
        return production
                .payloads()
                .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, words)))
                .getFirst();
    }

    private void append(EventType event, UseCaseAct act, Signatory by) {
        production
                .ledger()
                .append(
                        new EntryDraft(
                                event,
                                by,
                                Optional.empty(),
                                new JsonBuilder().put(UseCaseAct.LABEL, act.toJson()).build()));
    }
}
