package studio.backlot.production;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file systems that a Linux process sees, as `/proc/self/mountinfo` lists them
/// (proc_pid_mountinfo(5)).
public record MountTable(List<Mount> mounts) {
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    public MountTable {
        mounts = List.copyOf(mounts);
    }

    /// One line: where the file system is mounted, and its type such as `ext4`, `nfs4` or
    /// `fuse.sshfs`.
    public record Mount(Path point, String type) {}

    /// Reads the text; lines of another form are passed over.
    public static MountTable parse(String mountinfo) {
        List<Mount> mounts = new ArrayList<>();
        mountinfo.lines().forEach(line -> mount(line).ifPresent(mounts::add));
        return new MountTable(mounts);
    }

    /// `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw`: the fifth field is the
    /// mount point, the type is the first after the lone hyphen.
    private static Optional<Mount> mount(String line) {
        int hyphen = line.indexOf(" - ");
        List<String> front = List.of(line.substring(0, Math.max(hyphen, 0)).split(" ", -1));
        if (front.size() < 5) {
            return Optional.empty();
        }
        List<String> back = List.of(line.substring(hyphen + 3).split(" ", -1));
        try {
            return Optional.of(new Mount(Path.of(unescaped(front.get(4))), back.getFirst()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Space, tab, line end and backslash stand as three octal digits.
    private static String unescaped(String field) {
        return OCTAL.matcher(field)
                .replaceAll(match -> {
                    String c = String.valueOf((char) Integer.parseInt(match.group(1), 8));
                    return c.equals("\\") || c.equals("$") ? "\\" + c : c;
                });
    }

    /// The type of the file system that holds an absolute path: of the deepest mount point above
    /// it, the last mounted.
    public Optional<String> typeOf(Path path) {
        Optional<Mount> deepest = Optional.empty();
        for (Mount mount : mounts) {
            boolean holds = path.startsWith(mount.point());
            if (holds
                    && deepest.map(d -> mount.point().getNameCount() >= d.point().getNameCount())
                            .orElse(true)) {
                deepest = Optional.of(mount);
            }
        }
        return deepest.map(Mount::type);
    }
}
