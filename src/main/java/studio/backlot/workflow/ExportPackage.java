package studio.backlot.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backlot.asset.AssetMissing;
import studio.backlot.asset.DurableFile;
import studio.backlot.base.ContentHash;
import studio.backlot.handover.HandoverRecord;
import studio.backlot.handover.LogExtract;
import studio.backlot.handover.ManifestForm;
import studio.backlot.handover.OpeningsForm;
import studio.backlot.handover.PackageFiles;
import studio.backlot.handover.PackageManifest;
import studio.backlot.handover.PackageSignature;
import studio.backlot.handover.PackedEntry;
import studio.backlot.handover.PackedFile;
import studio.backlot.handover.PackedOpening;
import studio.backlot.handover.PackedTexts;
import studio.backlot.identity.OwnPerson;
import studio.backlot.identity.SigningKey;
import studio.backlot.provenance.ConsistencyProof;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.InclusionProof;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.LedgerFailed;
import studio.backlot.provenance.NodeSource;
import studio.backlot.provenance.PayloadContent;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadOpening;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.provenance.SignedNote;

/// Hands work or verdicts over as a signed `.backlot` package, and records that.
///
/// The file is made in a temporary place first; the hand-over is in the ledger before it appears
/// under its name. Notes that belong to what is handed over go along opened; prompts only when
/// asked.
public final class ExportPackage {
    private final OpenProduction production;
    private final PackageFiles packages;
    private final RunContext context;

    public ExportPackage(OpenProduction production, PackageFiles packages, RunContext context) {
        this.production = production;
        this.packages = packages;
        this.context = context;
    }

    /// What goes to whom, whether with the prompts, by whose guarded key, and to which file.
    public record PackageOrder(
            PackageChoice choice,
            List<String> recipients,
            boolean isOpeningPrompts,
            Sender sender,
            Path file) {
        public PackageOrder {
            recipients = List.copyOf(recipients);
        }
    }

    /// Who hands over: the person, and themself as the signer with their guarded key.
    public record Sender(OwnPerson person, Signatory guarded) {
        private SigningKey key() {
            return guarded.key()
                    .orElseThrow(() ->
                            new IllegalArgumentException("who hands over needs their guarded key"));
        }
    }

    /// What was made: the package's manifest, and the record of the hand-over.
    public record HandedOver(PackageManifest manifest, LedgerEntry entry) {}

    /// Makes the package. Throws [EntryUnknown] when there is nothing to hand over, [ExportFailed]
    /// when the file cannot be written; no hand-over is recorded then, unless the disk fails in the
    /// last step, the renaming.
    public HandedOver run(PackageOrder order) {
        Path target = order.file().toAbsolutePath();
        ExportPlate.requirePlace(target);
        var selection = new PackageSelection(production).choose(order.choice(), order.recipients());
        if (enrols(order.sender())) {
            // the package must show the sender's own enrolment as well
            selection = new PackageSelection(production).choose(order.choice(), order.recipients());
        }
        List<Path> assets = selection.files().stream().map(this::locate).toList();
        List<PackedOpening> openings = openings(selection, order.isOpeningPrompts());
        byte[] shown = OpeningsForm.bytes(openings);
        var manifest =
                new PackageManifest(
                        context.ids().get(),
                        context.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                        order.sender().person().person(),
                        order.recipients(),
                        extract(selection),
                        files(selection.files(), assets),
                        PackedFile.of(shown),
                        selection.heldBack());
        byte[] bytes = ManifestForm.bytes(manifest);
        requireFits(target, bytes);
        requireFits(target, shown);
        byte[] signature = PackageSignature.sign(bytes, order.sender().key());
        Path temporary = DurableFile.waitingBeside(target, bytes);
        try {
            DurableFile.discard(temporary);
            packages.write(temporary, new PackedTexts(bytes, signature, shown), assets);
            LedgerEntry entry = record(order, manifest, ContentHash.of(bytes), openings);
            DurableFile.rename(temporary, target);
            return new HandedOver(manifest, entry);
        } catch (IOException e) {
            throw new ExportFailed(target, e);
        } finally {
            DurableFile.discard(temporary);
        }
    }

    /// Enrols the sender by themself where the ledger does not know them; whether it did.
    private boolean enrols(Sender sender) {
        ContentHash key = sender.person().person().keys().guarded().fingerprint();
        if (production.register().persons().key(key).isPresent()) {
            return false;
        }
        production.ledger().append(EnrolPerson.byThemself(sender.person()));
        return true;
    }

    private Path locate(ContentHash asset) {
        return production.assets().locate(asset).orElseThrow(() -> new AssetMissing(asset));
    }

    private static List<PackedFile> files(List<ContentHash> hashes, List<Path> assets) {
        List<PackedFile> files = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            try {
                files.add(new PackedFile(hashes.get(i), Files.size(assets.get(i))));
            } catch (IOException e) {
                throw new AssetMissing(hashes.get(i));
            }
        }
        return files;
    }

    private List<PackedOpening> openings(PackageSelection selection, boolean isWithPrompts) {
        List<PackedOpening> openings = new ArrayList<>();
        for (LedgerEntry entry : selection.entries()) {
            for (PayloadReference reference : PayloadReference.allIn(entry.assertions())) {
                if (isShown(entry, reference, isWithPrompts)
                        && production.payloads().open(reference)
                                instanceof PayloadContent.Open open) {
                    openings.add(
                            new PackedOpening(
                                    entry.index(),
                                    new PayloadOpening(
                                            reference.id(),
                                            reference.kind(),
                                            open.salt(),
                                            open.content())));
                }
            }
        }
        return openings;
    }

    /// Notes to a submission, a verdict or a use case are meant for whom they go to. Facts about a
    /// person and names of files never leave in a package.
    private static boolean isShown(
            LedgerEntry entry, PayloadReference reference, boolean isWithPrompts) {
        return switch (reference.kind()) {
            case PROMPT, NEGATIVE_PROMPT, TOKENS -> isWithPrompts;
            case NOTE ->
                    entry.event() == EventType.SUBMIT
                            || entry.event() == EventType.REVIEW
                            || entry.event() == EventType.USE_CASE;
            case FILE_NAME, PERSON -> false;
        };
    }

    private LogExtract extract(PackageSelection selection) {
        SignedNote checkpoint = production.ledger().checkpoint();
        NodeSource nodes = nodes();
        long size = checkpoint.checkpoint().size();
        List<PackedEntry> entries =
                selection.entries().stream()
                        .map(entry ->
                                new PackedEntry(
                                        entry.bytes(),
                                        InclusionProof.of(nodes, entry.index(), size)))
                        .toList();
        List<Long> sizes =
                selection.sizesHandedOver().stream().filter(earlier -> earlier < size).toList();
        int first = Math.max(0, sizes.size() - PackageManifest.MOST_CONTINUATIONS);
        List<ConsistencyProof> continuations =
                sizes.subList(first, sizes.size()).stream()
                        .map(earlier -> ConsistencyProof.of(nodes, earlier, size))
                        .toList();
        return new LogExtract(
                production.ledger().production(),
                production.logKey(),
                checkpoint,
                continuations,
                entries);
    }

    private NodeSource nodes() {
        return production
                .index()
                .orElseThrow(() ->
                        new LedgerFailed(
                                "a package is made by the production's writer: open it for writing"))
                .upToDate()
                .nodes();
    }

    private static void requireFits(Path target, byte[] text) {
        if (text.length > PackageManifest.LARGEST_TEXT) {
            throw new ExportFailed(
                    target, "there are too many records for one package; choose fewer files");
        }
    }

    private LedgerEntry record(
            PackageOrder order,
            PackageManifest manifest,
            ContentHash bytes,
            List<PackedOpening> openings) {
        PayloadReference name =
                production
                        .payloads()
                        .putAll(
                                List.of(
                                        PayloadDraft.of(
                                                PayloadKind.FILE_NAME,
                                                String.valueOf(order.file().getFileName()))))
                        .getFirst();
        var handover =
                new HandoverRecord(
                        manifest.id(),
                        bytes,
                        manifest.log().size(),
                        manifest.recipients(),
                        manifest.log().entries().size(),
                        manifest.files().stream().map(PackedFile::sha256).toList(),
                        openings.stream().map(one -> one.opening().payload()).toList(),
                        name);
        return production
                .ledger()
                .append(
                        new EntryDraft(
                                EventType.HANDOVER,
                                order.sender().guarded(),
                                Optional.empty(),
                                handover.toJson()));
    }
}
