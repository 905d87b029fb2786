package studio.backlot.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.backlot.base.ContentHash;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonObject;
import studio.backlot.credential.FileStatement;
import studio.backlot.provenance.EntryDraft;
import studio.backlot.provenance.EventType;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.provenance.PayloadDraft;
import studio.backlot.provenance.PayloadKind;
import studio.backlot.provenance.PayloadReference;
import studio.backlot.provenance.Signatory;
import studio.backlot.raster.PngWriter;

/// Takes a picture from elsewhere into a production, to be looked at while plates are made: a
/// reference.
///
/// The picture is kept as PNG under its hash, the file that it came from is named by its own; what
/// the file says about itself is noted and believed in nothing. Nothing is generated from a
/// reference: a run that takes a picture in names it as an ingredient of its own.
public final class KeepReference {
    /// The label of an entry that records one.
    static final String REFERENCE = "reference";

    private final OpenProduction production;

    public KeepReference(OpenProduction production) {
        this.production = production;
    }

    /// Keeps the picture for a slot, or for the work that lies outside all slots, and returns the
    /// import entry. The picture comes first, its record second.
    public LedgerEntry run(ForeignPicture picture, Optional<UUID> slot, Signatory by) {
        byte[] png =
                picture.mediaType().equals(ForeignPicture.PNG)
                        ? picture.file()
                        : PngWriter.encode(picture.plate(), PngWriter.SMALL, List.of());
        ContentHash asset = production.assets().put(png);
        PayloadReference name =
                production
                        .payloads()
                        .putAll(List.of(PayloadDraft.of(PayloadKind.FILE_NAME, picture.name())))
                        .getFirst();
        JsonObject from =
                new JsonBuilder()
                        .put("file", ContentHash.of(picture.file()).hex())
                        .put("mediaType", picture.mediaType())
                        .build();
        JsonObject reference =
                new JsonBuilder()
                        .put("asset", asset.hex())
                        .put("mediaType", ForeignPicture.PNG)
                        .put("width", picture.plate().width())
                        .put("height", picture.plate().height())
                        .put("pixels", picture.plate().pixelHash().hex())
                        .put("from", from)
                        .put("name", name.toJson())
                        .put("slot", slot.map(UUID::toString))
                        .build();
        var assertions =
                new JsonBuilder()
                        .put(REFERENCE, reference)
                        .put("marksFound", marks(InspectFile.read(picture.file())))
                        .build();
        return production
                .ledger()
                .append(new EntryDraft(EventType.IMPORT, by, Optional.empty(), assertions));
    }

    private static JsonObject marks(FileStatement statement) {
        return new JsonBuilder()
                .put("xmp", statement.xmp().isPresent())
                .put("parameters", statement.parameters().isPresent())
                .put("c2pa", statement.hasContentCredentials())
                .put("record", statement.pointer().isPresent())
                .build();
    }
}
