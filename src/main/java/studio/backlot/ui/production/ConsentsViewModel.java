package studio.backlot.ui.production;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backlot.base.CanonicalJson;
import studio.backlot.base.JsonValue;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.shell.OpenShow;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.KeepFile;
import studio.backlot.workflow.ListHoldings;
import studio.backlot.workflow.OpenedConsent;
import studio.backlot.workflow.RecordConsent;
import studio.backlot.workflow.TouchedWork;

/// What is done about consents, and what is held about a person. For the window's thread.
final class ConsentsViewModel {
    private static final ProductionPart PART = ProductionPart.CONSENTS;

    private final ProductionViewModel production;
    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<Held>> held =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ConsentsViewModel(ProductionViewModel production, Words words) {
        this.production = production;
        this.words = words;
    }

    /// What is held about a person: how much in words, each text that names them, and all of it as
    /// one document.
    record Held(String person, String summary, List<String> texts, JsonObject document) {
        Held {
            texts = List.copyOf(texts);
        }
    }

    /// The answer to the last question about a person.
    ReadOnlyObjectProperty<Optional<Held>> held() {
        return held.getReadOnlyProperty();
    }

    /// Records a consent by the guarded key. Throws [IllegalArgumentException] for a draft that is
    /// incomplete.
    void add(ConsentDraft draft, String passphrase, FormCard.Ending ending) {
        draft.requireDays(words);
        OpenShow show = production.show().orElseThrow();
        production.act(
                PART,
                open ->
                        new RecordConsent(open)
                                .add(
                                        draft.record(open.description().name()),
                                        draft.terms(words),
                                        production.guarded(passphrase),
                                        show.studio().context().ids()),
                consent -> {
                    ending.done().run();
                    production.say(Message.of(words.get("consents.added", draft.subject())));
                },
                ending.otherwise());
    }

    /// What was made under a consent, or with the name of its subject.
    void touched(UUID consent, Consumer<TouchedWork> then) {
        production.act(PART, open -> new RecordConsent(open).touched(consent), then);
    }

    /// Ends a consent. Throws [IllegalArgumentException] without a reason.
    void withdraw(UUID consent, String reason, String passphrase, FormCard.Ending ending) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(words.get("consents.needsReason"));
        }
        production.act(
                PART,
                open ->
                        new RecordConsent(open)
                                .withdraw(consent, reason.strip(), production.guarded(passphrase)),
                withdrawn -> {
                    ending.done().run();
                    production.say(
                            Message.of(words.get("consents.withdrawn", withdrawn.entry().index())));
                },
                ending.otherwise());
    }

    /// Asks what is held about the person of this name.
    void ask(String person) {
        Instant at = production.show().orElseThrow().studio().context().clock().instant();
        production.act(
                PART,
                open -> of(person, new ListHoldings(open).run(person, at)),
                found -> held.set(Optional.of(found)));
    }

    private Held of(String person, JsonObject document) {
        JsonObject work = document.object("work").orElse(JsonObject.EMPTY);
        String summary =
                words.get(
                        "holdings.summary",
                        count(document, "consents"),
                        count(document, "texts"),
                        count(work, "runs"),
                        count(work, "assets"),
                        count(work, "exports"),
                        count(work, "packages"));
        List<String> texts = new ArrayList<>();
        for (JsonValue value : document.array("texts").orElse(List.of())) {
            if (value instanceof JsonObject text) {
                texts.add(
                        words.get(
                                "holdings.text",
                                text.number("record").map(JsonNumber::asLong).orElse(0L),
                                text.text("text").orElse("")));
            }
        }
        long unread = document.number("notReadable").map(JsonNumber::asLong).orElse(0L);
        if (unread > 0) {
            texts.add(words.get("holdings.unread", unread));
        }
        return new Held(person, summary, texts, document);
    }

    private static int count(JsonObject json, String array) {
        return json.array(array).map(List::size).orElse(0);
    }

    /// Keeps the whole answer as one document, to hand to the person.
    void keep(Held answer, Path file) {
        production.act(
                PART,
                open -> {
                    KeepFile.write(file, CanonicalJson.bytes(answer.document()));
                    return file;
                },
                kept -> production.say(Message.of(words.get("holdings.kept", kept.toString()))));
    }

    /// Whether a consent has come to its end by now.
    boolean isOver(OpenedConsent one) {
        Instant now = production.show().orElseThrow().studio().context().clock().instant();
        return one.consent().terms().expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    }
}
