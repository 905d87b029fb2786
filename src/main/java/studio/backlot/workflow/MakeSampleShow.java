package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Person;
import studio.backlot.identity.PersonCard;
import studio.backlot.identity.PersonKeys;
import studio.backlot.identity.Role;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.Signatory;

/// Makes the show to try things in: one plate that the makers of the program made with the bundled
/// pack, its records verified as those of any package, and a script.
///
/// Nothing in it is signed for the person of this account, who has done nothing yet. It is begun by
/// a person whose keys are made for it and forgotten; that one vouches for the maker of the plate
/// and for the account.
public final class MakeSampleShow {
    /// Who begins a sample show, as its records name them.
    public static final String FOUNDER = "Backlot";

    private final Studio studio;

    public MakeSampleShow(Studio studio) {
        this.studio = studio;
    }

    /// Makes it in an absent or empty folder. `account` is vouched for as whoever works in it.
    public void run(Path folder, String name, SampleFiles files, Person account) {
        SigningKey everyday = SigningKey.generate();
        SigningKey guarded = SigningKey.generate();
        var keys = new PersonKeys(everyday.verificationKey(), guarded.verificationKey());
        var person =
                new Person(studio.context().ids().get(), FOUNDER, EnumSet.allOf(Role.class), keys);
        var founder = new OwnPerson(person, everyday, false, List.of());
        var details = new NewProduction(name, PolicyPreset.SOLO, founder, Optional.empty());
        try (OpenProduction production = studio.productions().create(folder, details)) {
            var enrol = new EnrolPerson(production);
            Signatory producer = Signatory.of(FOUNDER, Role.PRODUCER, guarded);
            enrol.vouch(PersonCard.parse(read(files.card())).person(), producer);
            enrol.vouch(account, producer);
            new ImportPackage(production, studio.packages(), studio.io())
                    .run(files.plates(), Signatory.of(FOUNDER, Role.PRODUCER, everyday));
            KeepFile.writeIn(
                    production.layout().scenes(),
                    String.valueOf(files.script().getFileName()),
                    read(files.script()));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SampleMissing(file);
        }
    }

    /// A file of the sample is not there; the program is not whole.
    public static final class SampleMissing extends RuntimeException {
        private static final long serialVersionUID = 1;

        SampleMissing(Path file) {
            super(
                    "the file "
                            + file
                            + " of the sample show cannot be read: the sample begins without it; install Backlot again to have it");
        }
    }
}
