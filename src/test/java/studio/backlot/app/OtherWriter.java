package studio.backlot.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.SubmitWork;

/// Another person who has a production open for writing, as in a window of their own.
public final class OtherWriter implements AutoCloseable {
    private static final Path BUNDLED = Path.of("models");

    private final Wiring wiring;
    private final OwnPerson person;
    private final OpenProduction production;

    private OtherWriter(Wiring wiring, OwnPerson person, OpenProduction production) {
        this.wiring = wiring;
        this.person = person;
        this.production = production;
    }

    /// Opens the production as a person whose keys are in this app folder.
    public static OtherWriter open(Path appFolder, Path show, String name) {
        var wiring = new Wiring(new Folders(appFolder, Optional.of(BUNDLED)));
        OwnPerson person = wiring.persons().named(name).orElseThrow();
        return new OtherWriter(wiring, person, wiring.productions().openForWriting(show, person));
    }

    /// Hands a plate in for use as temp.
    public void submit(String asset, String to) {
        var context = wiring.context();
        var _ =
                new SubmitWork(production, context.ids(), context.faceFinder())
                        .run(
                                new SubmitWork.SubmitOrder(
                                        List.of(asset),
                                        Set.of(to),
                                        UseLabel.TEMP,
                                        Optional.empty(),
                                        Map.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Signatory.of(
                                                person.person().name(),
                                                Role.ARTIST,
                                                person.everyday())));
    }

    @Override
    public void close() {
        production.close();
        wiring.close();
    }
}
