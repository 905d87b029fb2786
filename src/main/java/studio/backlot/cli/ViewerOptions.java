package studio.backlot.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Maker;
import studio.backlot.workflow.Studio;

/// Who looks on: the drafts of others are sealed from them.
final class ViewerOptions {
    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "who looks: drafts of others stay sealed, and are counted")
    private @Nullable String name;

    /// The person who was named; nobody where none was, and so everybody of this machine.
    Optional<Maker> named(Studio studio) {
        return Optional.ofNullable(name).map(one -> maker(studio, one));
    }

    /// The person who was named, else this account.
    Maker orAccount(Studio studio) {
        return named(studio).orElseGet(() -> maker(studio, studio.accountName()));
    }

    private static Maker maker(Studio studio, String name) {
        Optional<OwnPerson> own = studio.persons().named(name);
        return new Maker(
                name,
                Role.PRODUCER,
                own.map(person -> person.everyday().verificationKey().fingerprint()));
    }
}
