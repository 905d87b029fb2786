package studio.backlot.production;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.backlot.production.Surroundings.Ancestor;

/// The rules for where a production may lie: on a disk of this machine, in no folder that another
/// program copies away.
///
/// SQLite's write-ahead log needs shared memory and dependable locks, which network and most FUSE
/// file systems do not give; a sync program copies a database while it is being written, and puts
/// back a torn or an older one.
public final class FolderSafety {
    /// How the volume is named that Google Drive shows instead of a synced folder.
    public static final String GOOGLE_DRIVE = "Google Drive";

    /// Network file systems and folders shared between a host and its guest, by Linux, macOS, BSD
    /// and Windows names.
    private static final Set<String> REMOTE =
            Set.of(
                    "nfs",
                    "nfs3",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "ncpfs",
                    "afs",
                    "afpfs",
                    "9p",
                    "v9fs",
                    "davfs",
                    "davfs2",
                    "webdav",
                    "coda",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "beegfs",
                    "gpfs",
                    "pvfs2",
                    "orangefs",
                    "drvfs",
                    "vboxsf",
                    "vmhgfs",
                    "prl_fs",
                    "virtiofs",
                    "sshfs",
                    "acfs",
                    "unc");

    private static final Set<String> FUSE =
            Set.of("fuse", "macfuse", "osxfuse", "fusefs", "dfsfuse_dfs");

    /// The root of a rootless container: local, though FUSE in form.
    private static final Set<String> LOCAL_FUSE = Set.of("fuse.fuse-overlayfs");

    private static final Pattern SYNC_DATABASE = Pattern.compile("\\._?sync_.*\\.db");

    private FolderSafety() {}

    /// Whether a name found in a folder, with `/` at the end for a folder, is one that a sync
    /// program leaves.
    public static boolean isMark(String name) {
        return markedBy(name).isPresent();
    }

    /// `.dropbox` as a file marks a synced folder; as a folder in a home it is only Dropbox's own
    /// settings.
    private static Optional<String> markedBy(String name) {
        return switch (name) {
            case ".dropbox", ".dropbox.cache/" -> Optional.of("Dropbox");
            case ".stfolder", ".stfolder/" -> Optional.of("Syncthing");
            case ".owncloudsync.log" -> Optional.of("ownCloud");
            case ".nextcloudsync.log" -> Optional.of("Nextcloud");
            case ".tmp.drivedownload/", ".tmp.driveupload/" -> Optional.of(GOOGLE_DRIVE);
            default ->
                    SYNC_DATABASE.matcher(name).matches()
                            ? Optional.of("Nextcloud or ownCloud")
                            : Optional.empty();
        };
    }

    /// Throws [ProductionFolderRefused], saying why and what to do instead, when a production must
    /// not lie there.
    public static void requireSafe(Surroundings surroundings) {
        refusal(surroundings)
                .ifPresent(reason -> {
                    throw new ProductionFolderRefused(reason);
                });
    }

    /// Why a production must not lie there, if so.
    public static Optional<String> refusal(Surroundings surroundings) {
        return Stream.concat(
                        surroundings.fileSystems().stream()
                                .sorted()
                                .flatMap(type -> ofFileSystem(surroundings, type).stream()),
                        surroundings.ancestors().stream()
                                .flatMap(ancestor -> ofAncestor(surroundings, ancestor).stream()))
                .findFirst();
    }

    private static Optional<String> ofFileSystem(Surroundings surroundings, String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (type.startsWith(GOOGLE_DRIVE)) {
            return Optional.of(synced(surroundings.folder(), GOOGLE_DRIVE, surroundings.folder()));
        }
        boolean isFuse =
                (FUSE.contains(name) || name.startsWith("fuse.")) && !LOCAL_FUSE.contains(name);
        if (!isFuse && !REMOTE.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(
                surroundings.folder()
                        + " lies on a "
                        + (isFuse ? "FUSE" : "network or shared")
                        + " file system ("
                        + type
                        + "), whose locks a ledger cannot rely on: two writers could damage it unnoticed. Put the production"
                        + " on a disk of this machine and hand it over as a package.");
    }

    private static Optional<String> ofAncestor(Surroundings surroundings, Ancestor ancestor) {
        Optional<String> byMark =
                ancestor.marks().stream()
                        .sorted()
                        .flatMap(mark -> markedBy(mark).stream())
                        .findFirst();
        return byMark.or(() -> byPlace(surroundings, ancestor.path()))
                .map(program -> synced(surroundings.folder(), program, ancestor.path()));
    }

    private static Optional<String> byPlace(Surroundings surroundings, Path path) {
        if (surroundings.syncRoots().contains(path)) {
            return Optional.of("OneDrive");
        }
        String name = Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        if (name.equals("OneDrive") || name.startsWith("OneDrive - ")) {
            return Optional.of("OneDrive");
        }
        if (path.endsWith(Path.of("Library", "Mobile Documents"))) {
            return Optional.of("iCloud Drive");
        }
        return path.endsWith(Path.of("Library", "CloudStorage"))
                ? Optional.of("a cloud program of macOS")
                : Optional.empty();
    }

    private static String synced(Path folder, String program, Path root) {
        return folder
                + " is kept in step with other machines by "
                + program
                + " ("
                + root
                + "), which copies files while they"
                + " are being written and puts older ones back. Put the production in a folder that is not synced, and back"
                + " it up as a package.";
    }
}
