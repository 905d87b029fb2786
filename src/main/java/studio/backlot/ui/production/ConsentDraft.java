package studio.backlot.ui.production;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backlot.base.ContentHash;
import studio.backlot.clearance.ConsentRecord;
import studio.backlot.clearance.ConsentSubject;
import studio.backlot.clearance.ConsentTerms;
import studio.backlot.clearance.ReplicaType;
import studio.backlot.ui.widget.Words;

/// What was filled in about a consent. `aliases` are parted by commas; the days are as 2026-03-01,
/// empty where nothing is said, as are `pay`, `contract`, `guardian` (of a minor) and
/// `representative` (of the dead).
record ConsentDraft(
        String subject,
        String aliases,
        Optional<Agreed> agreed,
        Days days,
        Signers signers,
        Optional<Path> evidence) {

    /// What the person agreed to; none for somebody who agreed to nothing, and is listed so that
    /// prompts which name them stop.
    record Agreed(
            ConsentSubject about,
            Optional<ReplicaType> replica,
            String scope,
            boolean isSeparate) {}

    /// When they had notice of a scan, when the scan is, and until when it holds.
    record Days(String notice, String scan, String expires) {}

    /// Who signed in whose place, and under what.
    record Signers(
            boolean isMinor,
            String guardian,
            boolean isDeceased,
            String representative,
            String pay,
            String contract) {}

    /// The personal part. Throws [IllegalArgumentException] in words.
    ConsentRecord record(String production) {
        return new ConsentRecord(
                subject.strip(),
                Stream.of(aliases.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                agreed.isPresent(),
                agreed.map(Agreed::scope).map(String::strip).orElse(""),
                production,
                agreed.map(Agreed::isSeparate).orElse(false),
                said(signers.pay()),
                signers.isMinor(),
                said(signers.guardian()),
                signers.isDeceased(),
                said(signers.representative()),
                said(signers.contract()));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(one -> !one.isEmpty());
    }

    /// The part that stays in the ledger; reads the document, so not for the window's thread.
    /// Throws [IllegalArgumentException] in words.
    ConsentTerms terms(Words words) {
        ConsentSubject about = agreed.map(Agreed::about).orElse(ConsentSubject.LIKENESS);
        Optional<ReplicaType> replica =
                about == ConsentSubject.LIKENESS
                        ? agreed.map(Agreed::replica)
                                .orElse(Optional.of(ReplicaType.INDEPENDENTLY_CREATED))
                        : Optional.empty();
        return new ConsentTerms(
                about,
                replica,
                day(days.notice(), words),
                day(days.scan(), words),
                day(days.expires(), words)
                        .map(day -> day.atZone(ZoneOffset.UTC).plusDays(1).toInstant()),
                evidence.map(PeopleViewModel::bytes).map(ContentHash::of));
    }

    /// Throws for a day that is none, before anything is asked.
    void requireDays(Words words) {
        List.of(days.notice(), days.scan(), days.expires()).forEach(text -> day(text, words));
    }

    private static Optional<Instant> day(String text, Words words) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(words.get("consents.noDay", text.strip()), e);
        }
    }
}
