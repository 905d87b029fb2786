package studio.backlot.workflow;

import java.util.List;
import java.util.stream.Collectors;
import studio.backlot.clearance.Decision;

/// A rule of the production forbids what was asked; the message says why and what to do.
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;

    public ActRefused(Decision.Refused refused) {
        this(List.of(refused));
    }

    /// Refused by several rules at once; at least one.
    public ActRefused(List<Decision.Refused> refused) {
        super(
                refused.stream()
                        .map(one -> "refused by the rule " + one.rule() + ": " + one.explanation())
                        .collect(Collectors.joining("\n")));
        this.rule = refused.getFirst().rule();
    }

    /// The name of the first rule that refused.
    public String rule() {
        return rule;
    }
}
