package studio.backlot.ui.review;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.base.Cancellation;
import studio.backlot.base.Cancelled;
import studio.backlot.base.ContentHash;
import studio.backlot.identity.FingerprintWords;
import studio.backlot.identity.Role;
import studio.backlot.provenance.Checkpoint;
import studio.backlot.provenance.Maker;
import studio.backlot.provenance.VerificationReport;
import studio.backlot.ui.fx.Background;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.KeepReceipt;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.VerifyLedger;

/// The proof of the record: how far it goes, what vouches for it outside, the log's key in words,
/// verifying now, receipts. For the window's thread.
final class ProofViewModel {
    private static final int HUNDRED = 100;

    private final ShellViewModel shell;
    private final Words words;
    private final Path receipts;
    private final ReadOnlyObjectWrapper<Optional<Log>> log =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Step>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OpenShow> show = Optional.empty();
    private Optional<Cancellation> running = Optional.empty();

    /// The log as it is now; `words` are the fingerprint of its key in four lines.
    record Log(
            Checkpoint checkpoint,
            Optional<Instant> anchored,
            Optional<Path> anchorFolder,
            ContentHash fingerprint,
            List<String> words) {
        Log {
            words = List.copyOf(words);
        }
    }

    /// How far a verification is; `done` of `total` parts of the stage.
    record Step(String stage, long done, long total) {
        /// In hundredths.
        long percent() {
            return total == 0 ? 0 : done * HUNDRED / total;
        }
    }

    /// `receipts` is the folder in which receipts are kept.
    ProofViewModel(ShellViewModel shell, Words words, Path receipts) {
        this.shell = shell;
        this.words = words;
        this.receipts = receipts;
    }

    ReadOnlyObjectProperty<Optional<Log>> log() {
        return log.getReadOnlyProperty();
    }

    /// How far the verification is that runs, if one does.
    ReadOnlyObjectProperty<Optional<Step>> step() {
        return step.getReadOnlyProperty();
    }

    /// What the last verification said.
    ReadOnlyObjectProperty<Optional<VerificationReport>> report() {
        return shell.report();
    }

    void open(OpenShow opened) {
        show = Optional.of(opened);
        opened.feed().listen(size -> reload());
        reload();
    }

    void close() {
        stop();
        show = Optional.empty();
        log.set(Optional.empty());
    }

    private void reload() {
        show.ifPresent(one -> one.ask(ProofViewModel::read, found -> log.set(Optional.of(found))));
    }

    /// Not for the window's thread.
    private static Log read(OpenProduction production) {
        ContentHash fingerprint = production.logKey().key().fingerprint();
        return new Log(
                production.ledger().head().checkpoint(),
                production.anchored(),
                production.anchorFolder(),
                fingerprint,
                FingerprintWords.lines(fingerprint));
    }

    /// Verifies the whole record from its raw bytes, every signature included.
    void verify() {
        if (show.isEmpty() || running.isPresent()) {
            return;
        }
        OpenShow one = show.get();
        var cancellation = new Cancellation();
        running = Optional.of(cancellation);
        step.set(Optional.of(new Step("verify", 0, 0)));
        Background io = shell.io();
        io.ask(
                () ->
                        one.studio()
                                .verifier()
                                .run(
                                        question(one),
                                        (stage, done, total) ->
                                                io.fx()
                                                        .latest(
                                                                cancellation,
                                                                () ->
                                                                        report(
                                                                                cancellation,
                                                                                new Step(
                                                                                        stage, done,
                                                                                        total))),
                                        cancellation),
                found -> {
                    ended();
                    shell.verified(found);
                },
                failure -> {
                    ended();
                    shell.say(
                            failure instanceof Cancelled
                                    ? Message.of(words.get("proof.stopped"))
                                    : Message.failure(String.valueOf(failure.getMessage())));
                });
    }

    private static VerifyLedger.Question question(OpenShow show) {
        return new VerifyLedger.Question(
                show.production().layout().root(), List.of(), Optional.empty(), List.of(), true);
    }

    private void report(Cancellation of, Step now) {
        if (running.equals(Optional.of(of))) {
            step.set(Optional.of(now));
        }
    }

    private void ended() {
        running = Optional.empty();
        step.set(Optional.empty());
    }

    /// Stops the verification that runs.
    void stop() {
        running.ifPresent(Cancellation::cancel);
    }

    /// Makes the receipt of a record, by its number or the hash of its asset, and keeps it as JSON
    /// and as a page that checks itself.
    void keep(String numberOrAsset) {
        show.ifPresent(one -> {
            Maker reader = one.everyday(Role.PRODUCER).maker();
            one.ask(
                    production -> KeepReceipt.in(receipts, production, numberOrAsset, reader),
                    page -> shell.say(Message.of(words.get("receipt.kept", String.valueOf(page)))));
        });
    }
}
