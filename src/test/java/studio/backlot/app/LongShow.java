package studio.backlot.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import studio.backlot.app.bench.SamplePictures;
import studio.backlot.app.bench.SampleWork;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;

/// A production of this account with years of work in it.
public final class LongShow {
    private LongShow() {}

    /// Makes it with about so many records, half of them plates with a picture.
    public static void make(Path appFolder, Path show, long entries) {
        try (var wiring = new Wiring(new Folders(appFolder, Optional.empty()))) {
            OwnPerson person =
                    wiring.persons().create(wiring.accountName(), EnumSet.allOf(Role.class), "");
            var details =
                    new NewProduction("Lighthouse", PolicyPreset.SOLO, person, Optional.empty());
            try (OpenProduction production = wiring.productions().create(show, details)) {
                SampleWork.fill(
                        production,
                        Signatory.of(person.person().name(), Role.ARTIST, person.everyday()),
                        entries,
                        new SamplePictures(production.layout().assets())::write);
            }
        }
    }
}
