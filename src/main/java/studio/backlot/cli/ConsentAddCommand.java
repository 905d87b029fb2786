package studio.backlot.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.backlot.clearance.Consent;
import studio.backlot.clearance.ConsentTerms;
import studio.backlot.identity.Role;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.OpenedConsent;
import studio.backlot.workflow.RecordConsent;
import studio.backlot.workflow.Studio;

/// `consent add`: records a consent, or lists a person who gave none.
@Command(
        name = "add",
        description = "Records a consent, or lists a person who gave none, by the guarded key.")
final class ConsentAddCommand implements Callable<Integer> {
    private final Studio studio;
    private final Console console;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private PersonOptions who = new PersonOptions();

    @Mixin private ConsentOptions options = new ConsentOptions();

    @Parameters(paramLabel = "DIR", description = "the production")
    private Path folder = Path.of("");

    ConsentAddCommand(Studio studio, Console console) {
        this.studio = studio;
        this.console = console;
    }

    @Override
    public Integer call() {
        ConsentOptions consent = options.said();
        ConsentTerms terms = consent.terms();
        try (OpenProduction production =
                studio.productions().openForWriting(folder, who.person(studio))) {
            Consent added =
                    new RecordConsent(production)
                            .add(
                                    consent.record(production.description().name()),
                                    terms,
                                    who.guarded(studio, production.person(), Role.PRODUCER),
                                    studio.context().ids());
            OpenedConsent opened =
                    OpenedConsent.all(production).stream()
                            .filter(one -> one.consent().id().equals(added.id()))
                            .findFirst()
                            .orElseThrow();
            common.print(console, ConsentFacts.json(opened), ConsentFacts.lines(opened));
        }
        return ExitCode.DONE;
    }
}
