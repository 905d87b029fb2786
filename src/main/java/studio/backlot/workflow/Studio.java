package studio.backlot.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Progress;
import studio.backlot.catalog.ModelCatalog;
import studio.backlot.catalog.ModelPack;
import studio.backlot.handover.PackageFiles;
import studio.backlot.identity.OwnPersons;
import studio.backlot.job.Interrupts;

/// All that the command line and the window need to start a workflow.
public interface Studio {
    /// Makes and opens productions.
    Productions productions();

    /// The packs of this machine.
    ModelCatalog catalog();

    /// The folders that hold installed packs.
    List<Path> packRoots();

    /// Deletes a pack that was added; throws in words for one that was not.
    void removePack(ModelPack pack);

    /// Copies a pack from a folder into the person's own packs, whole or not at all; throws in
    /// words for one that is none, is damaged, or is there already. Reports the stage `copy` in
    /// bytes.
    ModelPack addPack(Path folder, Progress progress, Cancellation cancellation);

    /// Whether a pack was added and can be removed; the bundled ones stay.
    boolean isRemovable(ModelPack pack);

    /// A fresh source of loaded packs; the caller closes it.
    GeneratorSource generators();

    /// The queue of a production that is open for writing, at work from now on: one for each,
    /// closed before the production is.
    PlateQueue queue(OpenProduction production);

    /// The sample show that came with the program, where it did.
    Optional<SampleFiles> sample();

    /// Reads and writes `.backlot` packages.
    PackageFiles packages();

    /// Verifies ledgers.
    VerifyLedger verifier();

    RunContext context();

    /// Runs what reads and writes files beside the calling thread.
    Executor io();

    /// Runs what a person does to the open production, one thing after the other.
    Executor desk();

    /// Cancels the run when a person ends the program, until the answer is closed.
    Interrupts onInterrupt(Cancellation cancellation);

    /// Draws the seed of a run that a person gave none for.
    LongSupplier seeds();

    /// The persons whose keys were made on this machine.
    OwnPersons persons();

    /// The name of this account, which work is credited to when nobody says another.
    String accountName();
}
