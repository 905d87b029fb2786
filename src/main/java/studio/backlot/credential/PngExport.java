package studio.backlot.credential;

import java.util.List;
import studio.backlot.provenance.LedgerEntry;
import studio.backlot.raster.PngText;
import studio.backlot.raster.PngWriter;

/// Makes the PNG file of a recorded picture, with what the ledger says about it inside.
///
/// Three texts, each iTXt in UTF-8 and not compressed: `parameters` ([A1111Parameters]),
/// `XML:com.adobe.xmp` ([XmpPacket]) and `backlot` ([LedgerPointer]).
public final class PngExport {
    private PngExport() {}

    /// The bytes of the file. The same entry, pixels and words give the same bytes.
    ///
    /// Throws [ExportRefused] unless the entry is the outcome of a run that succeeded and records
    /// an asset with exactly these pixels; what is exported is then the rectangle of it that `crop`
    /// names.
    public static byte[] encode(LedgerEntry outcome, AssetCrop crop, ExportText text) {
        RecordedOutcome recorded = RecordedOutcome.of(outcome, crop.asset());
        var parameters =
                new A1111Parameters(text.prompt(), text.negativePrompt(), recorded.parameters());
        return PngWriter.encode(
                crop.pixels(),
                PngWriter.QUICK,
                List.of(
                        PngText.of(A1111Parameters.KEYWORD, withoutNul(parameters.format())),
                        PngText.of(XmpPacket.KEYWORD, recorded.xmp().format()),
                        PngText.of(LedgerPointer.KEYWORD, LedgerPointer.to(outcome).format())));
    }

    /// PNG text has no U+0000; a prompt may.
    private static String withoutNul(String text) {
        return text.replace('\0', '\ufffd');
    }
}
