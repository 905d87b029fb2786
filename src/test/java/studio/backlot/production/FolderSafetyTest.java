package studio.backlot.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.production.Surroundings.Ancestor;

class FolderSafetyTest {
    private static final Path FOLDER = Path.of("/home/mia/Pictures/night");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext4",
                "xfs",
                "btrfs",
                "zfs",
                "apfs",
                "NTFS",
                "tmpfs",
                "overlay",
                "fuseblk",
                "fuse.fuse-overlayfs"
            })
    void aDiskOfThisMachineIsSafe(String type) {
        assertThat(FolderSafety.refusal(on(type))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "cifs",
                "smb3",
                "smbfs",
                "SMBFS",
                "9p",
                "davfs",
                "webdav",
                "afpfs",
                "virtiofs",
                "UNC",
                "fuse.sshfs",
                "fuse.rclone",
                "fuse",
                "macfuse"
            })
    void aNetworkOrFuseFileSystemIsRefusedWithTheReasonAndTheWayOut(String type) {
        assertThat(FolderSafety.refusal(on(type)).orElseThrow())
                .contains(FOLDER.toString())
                .contains("(" + type + ")")
                .contains("locks")
                .contains("on a disk of this machine");
    }

    @ParameterizedTest
    @CsvSource({
        ".dropbox, Dropbox",
        ".dropbox.cache/, Dropbox",
        ".stfolder, Syncthing",
        ".stfolder/, Syncthing",
        ".owncloudsync.log, ownCloud",
        ".nextcloudsync.log, Nextcloud",
        ".sync_3f0ba1.db, Nextcloud or ownCloud",
        "._sync_3f0ba1.db, Nextcloud or ownCloud",
        ".tmp.drivedownload/, Google Drive",
        ".tmp.driveupload/, Google Drive"
    })
    void aMarkInAnyFolderAboveIsRefusedNamingProgramAndFolder(String mark, String program) {
        assertThat(FolderSafety.isMark(mark)).isTrue();

        assertThat(FolderSafety.refusal(below("/home/mia/Pictures", mark)).orElseThrow())
                .contains("by " + program + " (/home/mia/Pictures)")
                .contains("not synced");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".dropbox/", ".config/", "desktop.ini", ".sync/", ".DS_Store", ".stignore"})
    void ordinaryNamesAreNoMarks(String name) {
        assertThat(FolderSafety.isMark(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/Users/mia/Library/Mobile Documents, iCloud Drive",
        "/Users/mia/Library/CloudStorage, a cloud program of macOS",
        "/Users/mia/OneDrive, OneDrive",
        "/Users/mia/OneDrive - Studio Ltd, OneDrive"
    })
    void aFolderOfACloudProgramIsKnownByItsPlace(String ancestor, String program) {
        assertThat(FolderSafety.refusal(below(ancestor, ".zshrc")).orElseThrow())
                .contains("by " + program + " (" + ancestor + ")");
    }

    @Test
    void theFolderThatOneDriveNamesIsRefusedWhateverItIsCalled() {
        Path root = Path.of("/home/mia/Work");
        var surroundings =
                new Surroundings(
                        FOLDER,
                        Set.of("NTFS"),
                        List.of(new Ancestor(root, Set.of())),
                        Set.of(root));

        assertThatThrownBy(() -> FolderSafety.requireSafe(surroundings))
                .isInstanceOf(ProductionFolderRefused.class)
                .hasMessageContaining("by OneDrive (" + root + ")");
    }

    private static Surroundings on(String type) {
        return new Surroundings(
                FOLDER, Set.of(type), List.of(new Ancestor(FOLDER, Set.of())), Set.of());
    }

    private static Surroundings below(String ancestor, String mark) {
        List<Ancestor> ancestors =
                List.of(
                        new Ancestor(FOLDER, Set.of()),
                        new Ancestor(Path.of(ancestor), Set.of(mark)),
                        new Ancestor(Path.of("/"), Set.of()));
        return new Surroundings(FOLDER, Set.of("ext4"), ancestors, Set.of());
    }
}
