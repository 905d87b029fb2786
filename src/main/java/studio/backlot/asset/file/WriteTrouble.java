package studio.backlot.asset.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import studio.backlot.asset.AssetStoreFailed;

/// Words for a write that failed: which folder, how much is free there, and what a person can do.
final class WriteTrouble {
    private WriteTrouble() {}

    /// The failure of making `folder` ready.
    static AssetStoreFailed ofOpening(Path folder, Exception cause) {
        return of("could not open " + folder + " for writing: ", folder, 0, cause);
    }

    /// The failure of writing `bytes` below `folder`.
    static AssetStoreFailed of(Path folder, long bytes, Exception cause) {
        return of("could not keep " + size(bytes) + " in " + folder + ": ", folder, bytes, cause);
    }

    private static AssetStoreFailed of(String attempt, Path folder, long bytes, Exception cause) {
        long free = usableSpace(folder);
        String reason = reason(cause);
        if (isReadOnly(cause, reason)) {
            return new AssetStoreFailed(
                    attempt
                            + "it cannot be written to ("
                            + reason
                            + "). Nothing was kept."
                            + " Give this account the right to write there, or copy the production to a folder that it owns.",
                    cause);
        }
        if (isFull(reason) || (free >= 0 && free < bytes)) {
            String room =
                    free < 0
                            ? "how much is free there is not known"
                            : size(free) + " are free there";
            return new AssetStoreFailed(
                    attempt
                            + "no room ("
                            + reason
                            + "); "
                            + room
                            + ". Nothing was kept."
                            + " Free some space on this disk, or move the production to a larger one, then try again.",
                    cause);
        }
        return new AssetStoreFailed(
                attempt
                        + reason
                        + ". Nothing was kept. Check that the disk is connected and sound, then try again.",
                cause);
    }

    private static String reason(Exception cause) {
        return switch (cause) {
            case AccessDeniedException e ->
                    Optional.ofNullable(e.getReason()).orElse("access denied");
            case FileSystemException e -> Optional.ofNullable(e.getReason()).orElse(wordsOf(e));
            case ReadOnlyFileSystemException ignored -> "the file system is read-only";
            default -> Optional.ofNullable(cause.getMessage()).orElse(wordsOf(cause));
        };
    }

    /// `NotDirectoryException` says itself what is wrong; its message is a path only.
    private static String wordsOf(Exception cause) {
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    private static boolean isReadOnly(Exception cause, String reason) {
        return cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || contains(reason, "read-only")
                || contains(reason, "not permitted");
    }

    /// Linux and macOS: ENOSPC, EDQUOT, EFBIG; Windows: ERROR_DISK_FULL and its kin.
    private static boolean isFull(String reason) {
        return contains(reason, "no space left")
                || contains(reason, "quota")
                || contains(reason, "file too large")
                || contains(reason, "not enough space")
                || contains(reason, "disk is full");
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }

    /// Bytes that this account may still write, or -1 when the file system does not say.
    private static long usableSpace(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return -1;
        }
    }

    private static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
