package studio.backlot.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.clearance.ConsentSubject;
import studio.backlot.clearance.ConsentTerms;
import studio.backlot.clearance.ReplicaType;

/// What a consent says, on the command line.
final class ConsentOptions {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "a text file that says all of this, a line \"subject: Jane Doe\" or \"minor: yes\" for each option; better than options, which other accounts of this machine can read in its list of processes")
    private @Nullable Path file;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "the person's full name; needed, here or in the file")
    private String subject = "";

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description = "another name of theirs, as a prompt may spell it; may be repeated")
    private List<String> aliases = List.of();

    @Option(
            names = "--none",
            description =
                    "The person agreed to nothing: they are listed so that prompts with their name stop.")
    private boolean isNone;

    @Option(
            names = "--about",
            paramLabel = "WHAT",
            defaultValue = "likeness",
            description = "likeness, style or art (default: ${DEFAULT-VALUE})")
    private String about = "likeness";

    @Option(
            names = "--replica",
            paramLabel = "TYPE",
            description =
                    "of a likeness: EBDR (made with their work), ICDR (made without it), BADR (of a background actor) or synthetic")
    private @Nullable String replica;

    @Option(
            names = "--scope",
            paramLabel = "T",
            defaultValue = "",
            description = "what they agreed to, in the words they read")
    private String scope = "";

    @Option(
            names = "--project",
            paramLabel = "T",
            description = "the production it was given for (default: this one)")
    private @Nullable String project;

    @Option(
            names = "--notice-at",
            paramLabel = "TIME",
            description = "when they had notice of the scan: 2026-03-01 or 2026-03-01T09:00:00Z")
    private @Nullable String noticeAt;

    @Option(names = "--scan-at", paramLabel = "TIME", description = "when the scan is or was")
    private @Nullable String scanAt;

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "until when it holds; a date counts to its end (UTC)")
    private @Nullable String expires;

    @Option(
            names = "--signed-separately",
            description = "It bears a signature of its own, not only one under general terms.")
    private boolean isSignedSeparately;

    @Option(
            names = "--compensation",
            paramLabel = "T",
            description = "where the pay is agreed, such as a deal memo")
    private @Nullable String compensation;

    @Option(names = "--minor", description = "The person is a minor.")
    private boolean isMinor;

    @Option(names = "--guardian", paramLabel = "NAME", description = "who signed for a minor")
    private @Nullable String guardian;

    @Option(names = "--deceased", description = "The person is dead.")
    private boolean isDeceased;

    @Option(
            names = "--representative",
            paramLabel = "NAME",
            description = "who signed for a dead person: the estate or the union")
    private @Nullable String representative;

    @Option(
            names = "--contract",
            paramLabel = "T",
            description = "the union's contract and its year")
    private @Nullable String contract;

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "the signed document; only its hash is kept")
    private @Nullable Path evidence;

    /// What counts: the file where there is one, else these options. Throws [WrongUse] where both
    /// speak, or neither names anybody.
    ConsentOptions said() {
        ConsentOptions said = file == null ? this : ConsentFile.read(file);
        if (said != this && (said.file != null || saysAnything())) {
            throw new WrongUse("--file says all of a consent: leave out the other options");
        }
        if (said.subject.isBlank()) {
            throw new WrongUse(
                    "whose consent is it? Name the person in --file FILE (subject: NAME) or with --subject NAME");
        }
        return said;
    }

    private boolean saysAnything() {
        boolean isFlagged = isNone || isSignedSeparately || isMinor || isDeceased;
        return isFlagged
                || !(subject + scope).isEmpty()
                || !aliases.isEmpty()
                || Stream.of(
                                Optional.ofNullable(replica),
                                Optional.ofNullable(project),
                                Optional.ofNullable(noticeAt),
                                Optional.ofNullable(scanAt),
                                Optional.ofNullable(expires),
                                Optional.ofNullable(compensation),
                                Optional.ofNullable(guardian),
                                Optional.ofNullable(representative),
                                Optional.ofNullable(contract),
                                Optional.ofNullable(evidence))
                        .anyMatch(Optional::isPresent);
    }

    /// The personal part. `production` is the name of the production at hand.
    ConsentRecord record(String production) {
        if (isNone && (!scope.isEmpty() || isSignedSeparately)) {
            throw new WrongUse(
                    "--none says that nothing was agreed to: leave out --scope and --signed-separately");
        }
        return new ConsentRecord(
                subject,
                aliases,
                !isNone,
                scope,
                Optional.ofNullable(project).orElse(production),
                isSignedSeparately,
                Optional.ofNullable(compensation),
                isMinor,
                Optional.ofNullable(guardian),
                isDeceased,
                Optional.ofNullable(representative),
                Optional.ofNullable(contract));
    }

    /// The part that stays in the ledger.
    ConsentTerms terms() {
        ConsentSubject subjectMatter =
                ConsentSubject.ofWireName(about)
                        .orElseThrow(() ->
                                new WrongUse(
                                        "a consent is about a likeness, a style or art, not \""
                                                + about
                                                + "\""));
        return new ConsentTerms(
                subjectMatter,
                replicaType(subjectMatter),
                time("--notice-at", noticeAt),
                time("--scan-at", scanAt),
                expires(),
                Optional.ofNullable(evidence).map(UserFiles::read).map(ContentHash::of));
    }

    private Optional<ReplicaType> replicaType(ConsentSubject subjectMatter) {
        if (replica == null) {
            if (subjectMatter == ConsentSubject.LIKENESS && !isNone) {
                throw new WrongUse(
                        "a consent to a likeness says what is made of the person: --replica EBDR, ICDR, BADR or synthetic");
            }
            return subjectMatter == ConsentSubject.LIKENESS
                    ? Optional.of(ReplicaType.INDEPENDENTLY_CREATED)
                    : Optional.empty();
        }
        String wanted = replica;
        return Optional.of(
                ReplicaType.ofWireName(wanted)
                        .orElseThrow(() ->
                                new WrongUse(
                                        "there is no replica type \""
                                                + wanted
                                                + "\"; choose EBDR, ICDR, BADR or synthetic")));
    }

    private Optional<Instant> expires() {
        Optional<Instant> end = time("--expires", expires);
        return expires != null && !expires.contains("T")
                ? end.map(day -> day.atZone(ZoneOffset.UTC).plusDays(1).toInstant())
                : end;
    }

    private static Optional<Instant> time(String option, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            throw new WrongUse(
                    option
                            + " is a date as 2026-03-01 or a time as 2026-03-01T09:00:00Z, not \""
                            + text
                            + "\"");
        }
    }
}
