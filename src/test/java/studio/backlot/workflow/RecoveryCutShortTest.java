package studio.backlot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.Milestone;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.CrashedProduction.Piece;
import studio.backlot.workflow.CrashedProduction.Run;

/// What recovery does beyond the table: being cut short itself, rows and texts without an entry,
/// what it must not trust.
class RecoveryCutShortTest {
    private static final SigningKey KEY = SigningKey.generate();

    @TempDir private Path folder;

    @Test
    void cutShortAtAnyPointAndRunAgainItEndsTheSame() throws Exception {
        assertEndsTheSameWhereverCut(
                List.of(
                        EnumSet.of(Piece.FILE, Piece.ROW, Piece.TEXT),
                        EnumSet.of(Piece.ROW, Piece.TEXT),
                        EnumSet.allOf(Piece.class)));
    }

    @Test
    @Tag("endurance")
    void cutShortAtAnyPointOfAllSixteenRunsItEndsTheSame() throws Exception {
        assertEndsTheSameWhereverCut(subsets());
    }

    private void assertEndsTheSameWhereverCut(List<Set<Piece>> runs) throws Exception {
        Path crashed = crashed(runs);
        List<String> points = new ArrayList<>();
        List<String> uninterrupted = recoveredIn(copy(crashed, "whole"), points::add);
        assertThat(points)
                .contains("outcome-before-commit", "outcome-committed")
                .containsSubsequence(
                        RecoverProduction.ROW_CLOSED,
                        RecoverProduction.OUTCOME_APPENDED,
                        RecoverProduction.ROW_CLOSED,
                        RecoverProduction.ROW_REMOVED,
                        RecoverProduction.PAYLOADS_ERASED,
                        RecoverProduction.MARKED);

        for (int point = 0; point < points.size(); point++) {
            Path cut = copy(crashed, "cut-" + point);
            var killer = new Killer(point);
            assertThatThrownBy(() -> recoveredIn(cut, killer))
                    .isInstanceOf(Killed.class)
                    .hasMessage(points.get(point));

            assertThat(recoveredIn(cut, Milestone.NONE))
                    .as("cut at " + points.get(point))
                    .isEqualTo(uninterrupted);
        }
    }

    @Test
    @Tag("endurance")
    void cutShortAgainAndAgainItComesToTheSameEnd() throws Exception {
        Path cut = crashed(subsets());
        List<String> uninterrupted = recoveredIn(copy(cut, "whole"), Milestone.NONE);

        int kills = 0;
        List<String> end = List.of();
        while (end.isEmpty()) {
            try {
                end = recoveredIn(cut, new Killer(kills % 2 == 0 ? 1 : 2));
            } catch (Killed e) {
                kills++;
                assertThat(kills).isLessThan(100);
            }
        }

        assertThat(kills).isGreaterThan(5);
        assertThat(end).isEqualTo(uninterrupted);
    }

    @Test
    void aTextThatNoEntryNamesIsErasedAndANamedOneIsNot() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run run = production.run(1, EnumSet.of(Piece.ROW, Piece.FILE, Piece.TEXT));
            PayloadReference orphan = text(production, "never recorded");

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.erasedPayloads()).containsExactly(orphan.id());
            assertThat(production.stores.payloads().open(orphan))
                    .isInstanceOf(PayloadContent.Absent.class);
            assertThat(production.stores.payloads().open(run.prompt()))
                    .isInstanceOf(PayloadContent.Open.class);
        }
    }

    @Test
    void aTextThatOnlyThePreparedResultNamesLivesWithTheRunAndDiesWithIt() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            PayloadReference kept = prepared(production, 1, true);
            PayloadReference dropped = prepared(production, 2, false);

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.runs())
                    .extracting(RecoveryReport.Recovered::action)
                    .containsExactly(RecoveryAction.COMPLETE, RecoveryAction.ABANDON_AND_CLOSE_ROW);
            assertThat(production.stores.payloads().open(kept))
                    .isInstanceOf(PayloadContent.Open.class);
            assertThat(production.stores.payloads().open(dropped))
                    .isInstanceOf(PayloadContent.Absent.class);
        }
    }

    private static PayloadReference prepared(
            CrashedProduction production, int number, boolean hasFile) {
        Run run =
                production.run(
                        number,
                        hasFile
                                ? EnumSet.of(Piece.ROW, Piece.FILE, Piece.TEXT)
                                : EnumSet.of(Piece.ROW, Piece.TEXT));
        PayloadReference tokens = text(production, "[101, 7592, " + number + "]");
        var result = new JsonBuilder().put("tokens", tokens.toJson());
        run.result().members().forEach(result::put);
        production.stores.jobs().prepareResult(run.job(), result.build(), List.of(tokens.id()));
        return tokens;
    }

    @Test
    void aRowWhoseIntentWasNeverRecordedIsRemovedWithItsText() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            PayloadReference prompt = text(production, "prompt");
            UUID job = new UUID(7, 1);
            production.stores.jobs().start(job, "plate", Instant.EPOCH, List.of(prompt.id()));

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.removedRows()).containsExactly(job);
            assertThat(report.erasedPayloads()).containsExactly(prompt.id());
            assertThat(production.stores.jobs().unfinished()).isEmpty();
            assertThat(production.entries()).hasSize(1);
        }
    }

    @Test
    void aDamagedFileIsNeverVouchedFor() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run run = production.run(1, EnumSet.of(Piece.FILE, Piece.ROW, Piece.TEXT));
            Path file = production.stores.assets().locate(run.asset()).orElseThrow();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            byte[] changed = Files.readAllBytes(file);
            changed[0] ^= 1;
            Files.write(file, changed);

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.runs().getFirst().action())
                    .isEqualTo(RecoveryAction.ABANDON_AND_CLOSE_ROW);
            assertThat(file).exists();
        }
    }

    @Test
    void aPreparedResultOfAnotherRunIsNotTaken() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run run = production.run(1, EnumSet.of(Piece.FILE, Piece.ROW, Piece.TEXT));
            JsonObject other = CrashedProduction.result(run.intent() + 5, run.asset());
            production.stores.jobs().prepareResult(run.job(), other, List.of());

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.runs().getFirst().action())
                    .isEqualTo(RecoveryAction.ABANDON_AND_CLOSE_ROW);
            JsonObject said =
                    production.outcomes(run).getFirst().assertions().object("run").orElseThrow();
            assertThat(said.text("reason").orElseThrow()).endsWith("missing: result");
        }
    }

    @Test
    void aTextThatWasErasedOnPurposeIsNotMissed() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run run = production.run(1, EnumSet.of(Piece.OUTCOME, Piece.FILE));
            redact(production, run.prompt());

            assertThat(production.recover(Milestone.NONE).findings()).isEmpty();
        }
    }

    @Test
    void anErasureThatWasRecordedAndNotDoneIsDone() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run run = production.run(1, EnumSet.allOf(Piece.class));
            Run other = production.run(2, EnumSet.of(Piece.OUTCOME, Piece.FILE, Piece.TEXT));
            production.recover(Milestone.NONE);
            redact(production, run.prompt());

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.erasedPayloads()).containsExactly(run.prompt().id());
            assertThat(production.stores.payloads().open(run.prompt()))
                    .isInstanceOf(PayloadContent.Absent.class);
            assertThat(production.stores.payloads().open(other.prompt()))
                    .isInstanceOf(PayloadContent.Open.class);
            assertThat(production.recover(Milestone.NONE).isQuiet()).isTrue();
        }
    }

    @Test
    void anErasureThatCannotBeFinishedIsToldAndTriedAgainAndDoesNotPreventOpening()
            throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run run = production.run(1, EnumSet.of(Piece.FILE, Piece.ROW, Piece.TEXT));
            redact(production, run.prompt());
            var stores = production.stores;
            var hindered =
                    new ProductionStores(
                            stores.ledger(),
                            new ReadElsewhere(stores.payloads()),
                            stores.assets(),
                            stores.jobs(),
                            stores.queue(),
                            stores.settings());

            RecoveryReport report =
                    RecoverProduction.recover(hindered, Milestone.NONE, CrashedProduction.BY);

            assertThat(report.findings())
                    .extracting(ValidationStatus::code)
                    .containsExactly("payload.notErased");
            assertThat(report.findings().getFirst().explanation())
                    .contains("read by another program");
            assertThat(production.outcomes(run)).hasSize(1);
            assertThat(
                            RecoverProduction.recover(stores, Milestone.NONE, CrashedProduction.BY)
                                    .erasedPayloads())
                    .containsExactly(run.prompt().id());
        }
    }

    private static void redact(CrashedProduction production, PayloadReference text) {
        JsonObject erased =
                new JsonBuilder()
                        .put(
                                "erased",
                                new JsonBuilder()
                                        .put("payloads", List.of(JsonNumber.of(text.id())))
                                        .build())
                        .build();
        production
                .stores
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.REDACTION,
                                CrashedProduction.MIA,
                                Optional.empty(),
                                erased));
    }

    @Test
    void behindAnOlderCopyOfTheLedgerNoTextIsErased() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            PayloadReference ofALostEntry =
                    text(production, "named by an entry of the newer ledger");
            new RecoveryMark(100, 0).write(production.stores.settings());

            RecoveryReport report = production.recover(Milestone.NONE);

            assertThat(report.findings())
                    .extracting(ValidationStatus::code)
                    .containsExactly("ledger.shorter");
            assertThat(report.erasedPayloads()).isEmpty();
            assertThat(production.recover(Milestone.NONE).isQuiet()).isTrue();
            assertThat(production.stores.payloads().open(ofALostEntry))
                    .isInstanceOf(PayloadContent.Open.class);
        }
    }

    @Test
    void aLostOrGarbledMarkOnlyMeansReadingEverything() throws Exception {
        try (var production = CrashedProduction.create(folder.resolve("p"), KEY)) {
            Run whole = production.run(1, EnumSet.allOf(Piece.class));
            production.recover(Milestone.NONE);
            production.stores.settings().write("recovered", new JsonString("?"));

            assertThat(production.recover(Milestone.NONE).isQuiet()).isTrue();
            assertThat(production.stores.payloads().open(whole.prompt()))
                    .isInstanceOf(PayloadContent.Open.class);
            assertThat(RecoveryMark.read(production.stores.settings()))
                    .isEqualTo(new RecoveryMark(production.entries().size(), whole.prompt().id()));
        }
    }

    /// These runs in one production, a promised erasure, a text without entry and a row without
    /// intent.
    private Path crashed(List<Set<Piece>> runs) throws Exception {
        Path root = folder.resolve("crashed");
        try (var production = CrashedProduction.create(root, KEY)) {
            int number = 0;
            for (Set<Piece> left : runs) {
                production.run(number++, left);
            }
            redact(production, production.run(number, EnumSet.allOf(Piece.class)).prompt());
            text(production, "never recorded");
            production.stores.jobs().start(new UUID(8, 8), "plate", Instant.EPOCH, List.of());
        }
        return root;
    }

    private Path copy(Path root, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(root.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static List<Set<Piece>> subsets() {
        List<Set<Piece>> subsets = new ArrayList<>();
        subsets.add(Set.of());
        for (Piece piece : Piece.values()) {
            for (Set<Piece> smaller : List.copyOf(subsets)) {
                Set<Piece> larger = EnumSet.of(piece);
                larger.addAll(smaller);
                subsets.add(larger);
            }
        }
        return subsets;
    }

    private static List<String> recoveredIn(Path root, Milestone milestone) {
        try (var production = CrashedProduction.open(root, KEY, milestone)) {
            production.recover(milestone);
            return production.state();
        }
    }

    private static PayloadReference text(CrashedProduction production, String text) {
        return production
                .stores
                .payloads()
                .putAll(List.of(PayloadDraft.of(PayloadKind.NOTE, text)))
                .getFirst();
    }

    /// Ends the work at the n-th milestone it is told of.
    private static final class Killer implements Milestone {
        private int left;

        Killer(int point) {
            left = point;
        }

        @Override
        public void reached(String name) {
            if (left-- == 0) {
                throw new Killed(name);
            }
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Killed(String name) {
            super(name);
        }
    }
}
