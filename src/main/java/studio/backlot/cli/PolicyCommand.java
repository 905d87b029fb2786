package studio.backlot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.clearance.PolicyDifference;
import studio.backlot.clearance.PolicyFinding;
import studio.backlot.clearance.PolicyHistory;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.clearance.PolicyReader;
import studio.backlot.clearance.PolicyReading;
import studio.backlot.clearance.PolicyWriter;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Signatory;
import studio.backlot.workflow.FollowPolicy;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.SetPolicy;
import studio.backlot.workflow.Studio;

/// `backlot policy`: shows, checks and changes the rules of a production.
@Command(name = "policy", description = "Shows, checks and changes the rules of a production.")
final class PolicyCommand extends CommandGroup {

    private static JsonObject json(OpenProduction production, FollowPolicy.InForce inForce) {
        Optional<PolicyHistory.Adopted> since =
                production
                        .register()
                        .policies()
                        .latest()
                        .filter(adopted -> adopted.file().equals(inForce.file()));
        var json =
                new JsonBuilder()
                        .put("preset", inForce.policy().preset().wireName())
                        .put("version", inForce.policy().version())
                        .put("file", inForce.file().hex())
                        .put(
                                "differences",
                                PolicyDifference.of(inForce.policy()).stream()
                                        .map(PolicyCommand::json)
                                        .toList());
        since.ifPresent(adopted -> json.put("record", adopted.index()));
        return json.put("policy", PolicyWriter.json(inForce.policy())).build();
    }

    private static JsonObject json(PolicyDifference difference) {
        return new JsonBuilder()
                .put("where", difference.where())
                .put("preset", difference.preset())
                .put("policy", difference.policy())
                .build();
    }

    private static List<String> lines(OpenProduction production, FollowPolicy.InForce inForce) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "policy "
                        + inForce.policy().preset().wireName()
                        + ", version "
                        + inForce.policy().version()
                        + "  "
                        + inForce.file().hex().substring(0, 16));
        List<PolicyDifference> differences = PolicyDifference.of(inForce.policy());
        if (differences.isEmpty()) {
            lines.add("All rules are as in the preset.");
        }
        for (PolicyDifference difference : differences) {
            lines.add(
                    difference.where()
                            + "  "
                            + difference.policy()
                            + "  (in the preset "
                            + difference.preset()
                            + ")");
        }
        Optional<PolicyHistory.Adopted> latest = production.register().policies().latest();
        if (latest.isEmpty()) {
            lines.add("This production has worked by its preset from the start.");
        } else if (latest.get().file().equals(inForce.file())) {
            lines.add(
                    "In force since record "
                            + latest.get().index()
                            + ", "
                            + latest.get().at()
                            + ", by "
                            + latest.get().by()
                            + (latest.get().isFound()
                                    ? " (who was the first to act after the file had been changed)"
                                    : ""));
        } else {
            lines.add("Changed and not recorded yet: the next act records it.");
        }
        return lines;
    }

    /// `policy show`.
    @Command(
            name = "show",
            description =
                    "Says by which policy a production works, and where it is not the preset's.")
    static final class Show implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR", description = "the production")
        private Path folder = Path.of("");

        Show(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            try (OpenProduction production = studio.productions().openForReading(folder)) {
                FollowPolicy.InForce inForce = new FollowPolicy(production).look();
                common.print(console, json(production, inForce), lines(production, inForce));
            }
            return ExitCode.DONE;
        }
    }

    /// `policy check`.
    @Command(
            name = "check",
            description =
                    "Finds what keeps a policy from being used: names and values nobody knows.")
    static final class Check implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Parameters(paramLabel = "DIR|FILE", description = "the production, or a policy file")
        private Path what = Path.of("");

        Check(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            List<PolicyFinding> findings =
                    switch (reading()) {
                        case PolicyReading.Read read -> List.of();
                        case PolicyReading.Unusable unusable -> unusable.findings();
                    };
            var json =
                    new JsonBuilder()
                            .put("findings", findings.stream().map(Check::json).toList())
                            .build();
            common.print(
                    console,
                    json,
                    findings.isEmpty()
                            ? List.of("Every word of the policy is understood.")
                            : findings.stream().map(PolicyFinding::line).toList());
            return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        }

        private PolicyReading reading() {
            if (!Files.isDirectory(what)) {
                return PolicyReader.read(UserFiles.read(what));
            }
            try (OpenProduction production = studio.productions().openForReading(what)) {
                return new FollowPolicy(production).reading();
            }
        }

        private static JsonObject json(PolicyFinding finding) {
            return new JsonBuilder()
                    .put("where", finding.where())
                    .put("explanation", finding.explanation())
                    .build();
        }
    }

    /// `policy set`.
    @Command(
            name = "set",
            description = "Puts a preset or the rules of a file in force; for a producer.")
    static final class Change implements Callable<Integer> {
        private final Studio studio;
        private final Console console;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private PersonOptions who = new PersonOptions();

        @Parameters(paramLabel = "DIR", description = "the production")
        private Path folder = Path.of("");

        @Option(
                names = "--preset",
                paramLabel = "NAME",
                description = "solo, small-crew, streamer or broadcaster")
        private @Nullable String preset;

        @Option(names = "--file", paramLabel = "FILE", description = "a policy file of your own")
        private @Nullable Path file;

        Change(Studio studio, Console console) {
            this.studio = studio;
            this.console = console;
        }

        @Override
        public Integer call() {
            Optional<PolicyPreset> rules = Optional.ofNullable(preset).map(Change::preset);
            Optional<byte[]> bytes = Optional.ofNullable(file).map(UserFiles::read);
            if (rules.isPresent() == bytes.isPresent()) {
                throw new WrongUse("name the rules with --preset or with --file, one of the two");
            }
            try (OpenProduction production =
                    studio.productions().openForWriting(folder, who.person(studio))) {
                Signatory by = PersonOptions.everyday(production.person(), Role.PRODUCER);
                var setPolicy = new SetPolicy(production);
                FollowPolicy.InForce inForce =
                        rules.map(one -> setPolicy.toPreset(one, by))
                                .or(() -> bytes.map(one -> setPolicy.toFile(one, by)))
                                .orElseThrow();
                common.print(console, json(production, inForce), lines(production, inForce));
            }
            return ExitCode.DONE;
        }

        private static PolicyPreset preset(String name) {
            return PolicyPreset.ofWireName(name)
                    .orElseThrow(() ->
                            new WrongUse(
                                    "there is no preset \""
                                            + name
                                            + "\"; choose solo, small-crew, streamer or broadcaster"));
        }
    }
}
