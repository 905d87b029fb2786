package studio.backlot.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountTableTest {
    private static final String MOUNTINFO =
            """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            30 22 0:40 / /mnt/share rw shared:2 master:1 - nfs4 server:/export rw,vers=4.2
            31 30 0:41 / /mnt/share/local rw - xfs /dev/sdb1 rw
            32 22 0:42 / /home/mia/far\\040away rw - fuse.sshfs mia@host:/ rw
            33 22 0:43 / /over rw - autofs systemd-1 rw
            34 33 0:44 / /over rw - cifs //nas/plates rw
            a line that is none
            35 22 0:45 / /money\\044\\134 rw - tmpfs tmpfs rw
            """;

    @ParameterizedTest
    @CsvSource({
        "/home/mia, ext4",
        "/mnt/share/show, nfs4",
        "/mnt/share, nfs4",
        "/mnt/shared, ext4",
        "/mnt/share/local/x, xfs",
        "/home/mia/far away/plates, fuse.sshfs",
        "/over/x, cifs",
        "/money$\\/x, tmpfs"
    })
    void thePathBelongsToTheDeepestAndLastMount(String path, String type) {
        assertThat(MountTable.parse(MOUNTINFO).typeOf(Path.of(path))).contains(type);
    }

    @Test
    void noTableSaysNothing() {
        assertThat(MountTable.parse("").typeOf(Path.of("/x"))).isEmpty();
    }
}
