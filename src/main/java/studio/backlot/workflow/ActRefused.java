package studio.backlot.workflow;

import studio.backlot.clearance.Decision;

/// A rule of the production forbids what was asked; the message says why and what to do.
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String rule;

    public ActRefused(Decision.Refused refused) {
        super("refused by the rule " + refused.rule() + ": " + refused.explanation());
        this.rule = refused.rule();
    }

    /// The rule's name.
    public String rule() {
        return rule;
    }
}
