package studio.backlot.credential;

import java.util.List;
import java.util.Optional;
import studio.backlot.base.ContentHash;

/// What a picture file says about itself, as read, believed in nothing.
///
/// `file` is the hash of the bytes; `pixels` that of the decoded picture
/// ([studio.backlot.raster.Plate#pixelHash]) and empty when it could not be decoded.
/// `hasContentCredentials` says that a C2PA manifest is present, not checked. `oddities` are
/// sentences about what was damaged, cut off or left aside.
public record FileStatement(
        ContentHash file,
        Optional<ContentHash> pixels,
        Optional<A1111Parameters> parameters,
        Optional<XmpPacket> xmp,
        Optional<LedgerPointer> pointer,
        boolean hasContentCredentials,
        List<ForeignRecord> foreignRecords,
        List<String> oddities) {
    public FileStatement {
        foreignRecords = List.copyOf(foreignRecords);
        oddities = List.copyOf(oddities);
    }

    /// Whether the file says nothing about where it came from.
    public boolean isSilent() {
        return parameters.isEmpty()
                && xmp.isEmpty()
                && pointer.isEmpty()
                && !hasContentCredentials
                && foreignRecords.isEmpty();
    }
}
