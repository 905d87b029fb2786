package studio.backlot.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.Cancellation;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.Progress;
import studio.backlot.clearance.PolicyPreset;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.Person;
import studio.backlot.identity.Role;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.ValidationStatus;
import studio.backlot.workflow.EnrolPerson;
import studio.backlot.workflow.ErasePayloads;
import studio.backlot.workflow.ExportPackage;
import studio.backlot.workflow.ImportPackage;
import studio.backlot.workflow.NewProduction;
import studio.backlot.workflow.OpenProduction;
import studio.backlot.workflow.PackageChoice;
import studio.backlot.workflow.VerifyLedger;

/// One person at one machine with an app folder and a production of their own; what they make is
/// recorded as the program records it, without a model.
public final class Desk implements AutoCloseable {
    public final Path show;
    private final Wiring wiring;
    private final OwnPerson person;

    public Desk(Path folder, String name) {
        wiring = new Wiring(new Folders(folder.resolve("app"), Optional.empty()));
        show = folder.resolve("show");
        person = wiring.persons().create(name, EnumSet.allOf(Role.class), "");
        wiring.productions()
                .create(
                        show,
                        new NewProduction(
                                "Harbour", PolicyPreset.SMALL_CREW, person, Optional.empty()))
                .close();
    }

    public Person person() {
        return person.person();
    }

    public OpenProduction open() {
        return wiring.productions().openForWriting(show, person);
    }

    public Signatory everyday() {
        return Signatory.of(person.person().name(), Role.ARTIST, person.everyday());
    }

    public Signatory guarded() {
        return Signatory.of(
                person.person().name(), Role.PRODUCER, wiring.persons().guarded(person, ""));
    }

    public void enrol(Person other) {
        try (OpenProduction production = open()) {
            new EnrolPerson(production).vouch(other, guarded());
        }
    }

    /// A plate of these bytes, made from this prompt.
    public ContentHash plate(String content, String prompt) {
        try (OpenProduction production = open()) {
            return plate(production, content, prompt);
        }
    }

    public ContentHash plate(OpenProduction production, String content, String prompt) {
        Optional<UUID> job = Optional.of(UUID.randomUUID());
        PayloadReference text = payload(production, PayloadKind.PROMPT, prompt);
        JsonObject request = new JsonBuilder().put("prompt", text.toJson()).build();
        LedgerEntry intent =
                production
                        .ledger()
                        .append(
                                new EntryDraft(
                                        EventType.INTENT,
                                        everyday(),
                                        job,
                                        new JsonBuilder().put("request", request).build()));
        ContentHash asset = production.assets().put(content.getBytes(StandardCharsets.UTF_8));
        var run =
                new JsonBuilder().put("intent", intent.index()).put("status", "succeeded").build();
        var output =
                new JsonBuilder().put("asset", asset.hex()).put("mediaType", "image/png").build();
        production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.OUTCOME,
                                everyday(),
                                job,
                                new JsonBuilder().put("run", run).put("output", output).build()));
        return asset;
    }

    private static PayloadReference payload(
            OpenProduction production, PayloadKind kind, String text) {
        return production.payloads().putAll(List.of(PayloadDraft.of(kind, text))).getFirst();
    }

    public UUID submit(ContentHash asset, String note) {
        try (OpenProduction production = open()) {
            return submit(production, asset, note);
        }
    }

    public UUID submit(OpenProduction production, ContentHash asset, String note) {
        UUID id = UUID.randomUUID();
        var submit =
                new JsonBuilder()
                        .put("id", id.toString())
                        .put(
                                "assets",
                                List.of(
                                        new JsonBuilder()
                                                .put("asset", asset.hex())
                                                .put("outcome", 3)
                                                .put("version", 1)
                                                .build()))
                        .put("to", List.of(new JsonString("Pia")))
                        .put("use", "final")
                        .put("note", payload(production, PayloadKind.NOTE, note).toJson())
                        .build();
        production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.SUBMIT,
                                everyday(),
                                Optional.empty(),
                                new JsonBuilder().put("submit", submit).build()));
        return id;
    }

    public void decide(ContentHash file, String decision, String reason) {
        try (OpenProduction production = open()) {
            decide(production, file, decision, reason);
        }
    }

    public void decide(
            OpenProduction production, ContentHash file, String decision, String reason) {
        var verdict =
                new JsonBuilder()
                        .put("file", file.hex())
                        .put("version", 1)
                        .put("use", "final")
                        .put("decision", decision)
                        .put("reason", payload(production, PayloadKind.NOTE, reason).toJson())
                        .build();
        production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.REVIEW,
                                guarded(),
                                Optional.empty(),
                                new JsonBuilder().put("verdict", verdict).build()));
    }

    public void export(Path file, PackageChoice choice, String to, boolean isOpeningPrompts) {
        try (OpenProduction production = open()) {
            new ExportPackage(production, wiring.packages(), wiring.context())
                    .run(
                            new ExportPackage.PackageOrder(
                                    choice,
                                    List.of(to),
                                    isOpeningPrompts,
                                    new ExportPackage.Sender(person, guarded()),
                                    file));
        }
    }

    public ImportPackage.TakenIn take(Path file) {
        try (OpenProduction production = open()) {
            return new ImportPackage(production, wiring.packages(), wiring.io())
                    .run(file, everyday());
        }
    }

    public void erase(String person, String reason) {
        try (OpenProduction production = open()) {
            new ErasePayloads(production).run(person, reason, everyday());
        }
    }

    /// What a verification with all signatures finds wrong.
    public List<ValidationStatus> findings() {
        return wiring.verifier()
                .run(
                        new VerifyLedger.Question(
                                show, List.of(), Optional.empty(), List.of(), true),
                        Progress.NONE,
                        new Cancellation())
                .findings();
    }

    @Override
    public void close() {
        wiring.close();
    }
}
