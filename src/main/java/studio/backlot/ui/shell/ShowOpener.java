package studio.backlot.ui.shell;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.production.ProductionBusy;
import studio.backlot.production.Writer;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.MakeSampleShow;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PlateQueue;
import studio.backlot.workflow.SampleFiles;
import studio.backlot.workflow.Studio;

/// Makes and opens productions for the window. Reads and writes files: never on its thread.
final class ShowOpener {
    private final Studio studio;
    private final Background desk;
    private final Words words;

    /// What is opened works on `desk`.
    ShowOpener(Studio studio, Background desk, Words words) {
        this.studio = studio;
        this.desk = desk;
        this.words = words;
    }

    /// Whether there is a production in this folder.
    boolean isThere(Path folder) {
        return studio.productions().isProduction(folder);
    }

    /// This machine's person of that name, whose keys are made where there are none.
    OwnPerson account(String name) {
        return studio.persons()
                .named(name)
                .orElseGet(() -> studio.persons().create(name, EnumSet.allOf(Role.class), ""));
    }

    /// Opens a production; for reading where somebody else writes.
    OpenShow open(Path folder, OwnPerson person) {
        try {
            return show(
                    studio.productions().openForWriting(folder, person), person, Optional.empty());
        } catch (ProductionBusy e) {
            String writer =
                    e.writer().map(Writer::person).orElseGet(() -> words.get("writer.unknown"));
            return show(studio.productions().openToFollow(folder), person, Optional.of(writer));
        }
    }

    /// Makes a production and opens it.
    OpenShow create(Path folder, String name, PolicyPreset preset, OwnPerson person) {
        var details = new NewProduction(name, preset, person, Optional.empty());
        return show(studio.productions().create(folder, details), person, Optional.empty());
    }

    /// Makes the show to try things in and opens it: an empty one where its files did not come with
    /// the program.
    OpenShow sample(Path folder, String name, OwnPerson person) {
        Optional<SampleFiles> files = studio.sample();
        if (files.isEmpty()) {
            return create(folder, name, PolicyPreset.SOLO, person);
        }
        new MakeSampleShow(studio).run(folder, name, files.get(), person.person());
        return open(folder, person);
    }

    private OpenShow show(OpenProduction production, OwnPerson person, Optional<String> writer) {
        var feed = new LedgerFeed(desk.fx());
        Optional<PlateQueue> queue =
                writer.isEmpty() ? Optional.of(studio.queue(production)) : Optional.empty();
        return new OpenShow(production, person, studio, desk, feed, queue, writer);
    }
}
