package studio.backlot.workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.Answer;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.UseCase;

/// One use case as its page shows it: what was answered to which of the five questions, and how it
/// stands. `node` is the place in the show where it holds, `scope` its path; none for the whole
/// show. `isEscalated`: whether a producer has to decide.
public record UseCaseSheet(
        UUID id,
        String title,
        Optional<UUID> node,
        String scope,
        UseCase.Standing standing,
        boolean isSelfApproved,
        boolean isEscalated,
        Map<Principle, Said> answers) {
    public UseCaseSheet {
        answers =
                answers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(answers));
    }

    /// An answer, the words beside it where they can be read here, and its document.
    public record Said(Answer answer, Optional<String> note, Optional<ContentHash> document) {}
}
