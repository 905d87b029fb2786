package studio.backlot.ui.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backlot.clearance.Principle;
import studio.backlot.clearance.UseLabel;
import studio.backlot.identity.Role;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.shell.ShellViewModel;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.AssetFilter;
import studio.backlot.workflow.BrowseAssets;
import studio.backlot.workflow.DeclareUseCase;
import studio.backlot.workflow.LookAtUseCases;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.UseCaseSheet;

/// The use cases of the show: the chosen one, the answers as they stand on its page, and what the
/// record shows beside them. For the window's thread.
final class UseCasesViewModel {
    private final ShellViewModel shell;
    private final Words words;
    private final ObservableList<UseCaseSheet> sheets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<UseCaseSheet>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final Map<Principle, UseCaseDraft> drafts = new EnumMap<>(Principle.class);
    private Optional<OpenShow> show = Optional.empty();
    private Optional<UUID> wanted = Optional.empty();

    /// What the record shows in the place where a use case holds: how many assets the person may
    /// see, how many of them are wanted as final, and how many have open questions.
    record Shown(long assets, long finals, long open) {
        static final Shown NOTHING = new Shown(0, 0, 0);
    }

    UseCasesViewModel(ShellViewModel shell, Words words) {
        this.shell = shell;
        this.words = words;
        for (Principle principle : Principle.values()) {
            drafts.put(principle, new UseCaseDraft());
        }
    }

    ObservableList<UseCaseSheet> sheets() {
        return sheets;
    }

    ReadOnlyObjectProperty<Optional<UseCaseSheet>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    UseCaseDraft draft(Principle principle) {
        return Optional.ofNullable(drafts.get(principle)).orElseThrow();
    }

    boolean needsPassphrase() {
        return show.filter(one -> one.actor().hasPassphrase()).isPresent();
    }

    void open(OpenShow opened) {
        show = Optional.of(opened);
        opened.feed().listen(size -> reload());
        reload();
    }

    void close() {
        show = Optional.empty();
        sheets.clear();
        choose(Optional.empty());
    }

    private void reload() {
        show.ifPresent(
                one -> one.ask(production -> new LookAtUseCases(production).all(), this::arrived));
    }

    /// Shows the use case of this id as soon as it is read.
    void enter(UUID useCase) {
        wanted = Optional.of(useCase);
        reload();
    }

    private void arrived(List<UseCaseSheet> all) {
        Optional<UUID> before = wanted.or(() -> chosen.get().map(UseCaseSheet::id));
        boolean isTheSame = sheets.equals(all);
        sheets.setAll(all);
        Optional<UseCaseSheet> again =
                all.stream()
                        .filter(sheet -> before.equals(Optional.of(sheet.id())))
                        .findFirst()
                        .or(() -> all.stream().findFirst());
        if (!isTheSame || wanted.isPresent() || chosen.get().isEmpty()) {
            wanted = Optional.empty();
            choose(again);
        }
    }

    /// Shows a use case as it is recorded.
    void choose(Optional<UseCaseSheet> sheet) {
        chosen.set(sheet);
        drafts.forEach((principle, draft) ->
                draft.reset(
                        sheet.flatMap(one -> Optional.ofNullable(one.answers().get(principle)))));
        shown.set(Shown.NOTHING);
        sheet.ifPresent(
                one -> show.ifPresent(there -> there.ask(p -> shown(p, there, one), shown::set)));
    }

    /// Not for the window's thread.
    private static Shown shown(OpenProduction production, OpenShow show, UseCaseSheet sheet) {
        var browse = new BrowseAssets(production, show.actor().person());
        AssetFilter there = sheet.node().map(AssetFilter.ALL::within).orElse(AssetFilter.ALL);
        return new Shown(
                browse.count(there),
                browse.count(there.meantFor(Set.of(UseLabel.FINAL))),
                browse.count(there.withOpenQuestions()));
    }

    /// Declares a use case for the whole show; nothing is answered with it.
    void declare(String title) {
        act(
                production ->
                        declaring(production)
                                .declare(
                                        title.strip(),
                                        Set.of(),
                                        Optional.empty(),
                                        by(Role.PRODUCER)),
                words.get("use-case.declared", title.strip()));
    }

    /// Records the answers that changed; what a producer had decided is taken back by that.
    void record() {
        Map<Principle, DeclareUseCase.Given> given = new EnumMap<>(Principle.class);
        drafts.forEach((principle, draft) -> {
            if (draft.isChanged()) {
                given.put(principle, given(draft));
            }
        });
        if (!given.isEmpty()) {
            chosen.get()
                    .ifPresent(sheet ->
                            act(
                                    production ->
                                            declaring(production)
                                                    .answer(sheet.id(), given, by(Role.PRODUCER)),
                                    words.get("use-case.recorded", given.size())));
        }
    }

    private static DeclareUseCase.Given given(UseCaseDraft draft) {
        return new DeclareUseCase.Given(
                draft.answer().get().orElseThrow(),
                Optional.of(draft.note().get().strip()).filter(note -> !note.isEmpty()),
                draft.document().get().map(file -> (Supplier<byte[]>) () -> read(file)));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private studio.backlot.provenance.Signatory by(Role role) {
        return show.orElseThrow().everyday(role);
    }

    private DeclareUseCase declaring(OpenProduction production) {
        return new DeclareUseCase(production, show.orElseThrow().studio().context().ids());
    }

    private <T> void act(Function<OpenProduction, T> work, String done) {
        show.ifPresent(one ->
                one.ask(
                        work,
                        result -> {
                            shell.say(Message.of(done));
                            reload();
                        }));
    }

    /// Approves or refuses the chosen use case as it is recorded, by the guarded key.
    void decide(
            boolean isApproved,
            String reason,
            String passphrase,
            Runnable done,
            Consumer<RuntimeException> otherwise) {
        if (show.isEmpty() || chosen.get().isEmpty()) {
            return;
        }
        OpenShow one = show.get();
        UUID id = chosen.get().orElseThrow().id();
        String why = reason.isBlank() ? words.get("reason.none") : reason.strip();
        one.ask(
                production ->
                        declaring(production)
                                .decide(
                                        id,
                                        isApproved,
                                        why,
                                        one.guarded(Role.PRODUCER, passphrase)),
                result -> {
                    shell.say(
                            Message.of(
                                    words.get(
                                            isApproved
                                                    ? "use-case.approved"
                                                    : "use-case.refused")));
                    done.run();
                    reload();
                },
                otherwise);
    }
}
