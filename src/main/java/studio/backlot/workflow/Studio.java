package studio.backlot.workflow;

import java.util.function.LongSupplier;
import studio.backlot.catalog.ModelCatalog;

/// All that the command line and the window need to start a workflow.
public interface Studio {
    /// Makes and opens productions.
    Productions productions();

    /// The packs of this machine.
    ModelCatalog catalog();

    /// A fresh source of loaded packs; the caller closes it.
    GeneratorSource generators();

    /// Verifies ledgers.
    VerifyLedger verifier();

    RunContext context();

    /// Draws the seed of a run that a person gave none for.
    LongSupplier seeds();

    /// The name of this account, which work is credited to when nobody says another.
    String accountName();
}
