package studio.backlot.handover.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import studio.backlot.handover.ManifestForm;
import studio.backlot.handover.PackageManifest;
import studio.backlot.handover.PackageReader;
import studio.backlot.handover.PackageRefused;
import studio.backlot.handover.PackageSignature;
import studio.backlot.handover.PackedFile;
import studio.backlot.handover.PackedTexts;
import studio.backlot.handover.ZipForm;
import studio.backlot.handover.ZipForm.Member;

/// Reads a package from its first byte to its last and compares each byte of its frame with the one
/// form it can have; nothing in it is looked up or believed.
final class ZipPackageReader implements PackageReader {
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final String name;
    private final List<Member> members = new ArrayList<>();
    private PackedTexts texts = new PackedTexts(new byte[0], new byte[0], new byte[0]);
    private final PackageManifest manifest;

    private ZipPackageReader(InputStream in, String name) throws IOException {
        this.in = in;
        this.name = name;
        byte[] first = small(PackageManifest.MANIFEST, PackageManifest.LARGEST_TEXT);
        byte[] signature = small(PackageManifest.SIGNATURE, PackageSignature.LENGTH);
        manifest = ManifestForm.parse(first);
        byte[] openings = small(PackageManifest.OPENINGS, PackageManifest.LARGEST_TEXT);
        if (!manifest.openings().equals(PackedFile.of(openings))) {
            throw refused("its texts are not those that its sender signed");
        }
        texts = new PackedTexts(first, signature, openings);
    }

    /// Opens a package and reads its small parts.
    static ZipPackageReader open(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new PackageRefused(
                    Files.exists(file)
                            ? name + " is no file; name a .backlot package"
                            : "there is no file " + file);
        }
        InputStream in = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            var reader = new ZipPackageReader(in, name);
            in = null;
            return reader;
        } catch (NoSuchFileException e) {
            throw new PackageRefused("there is no file " + file, e);
        } catch (EOFException e) {
            throw cut(name);
        } catch (IOException e) {
            throw unreadable(name, e);
        } finally {
            closeQuietly(in);
        }
    }

    @Override
    public PackedTexts texts() {
        return texts;
    }

    @Override
    public PackageManifest manifest() {
        return manifest;
    }

    /// A member that is held in memory whole, of at most so many bytes.
    private byte[] small(String memberName, int most) throws IOException {
        byte[] header = header(memberName);
        Member member = ZipForm.memberIn(memberName, header);
        requireEqual(member, header);
        if (member.size() > most) {
            throw refused(
                    "its part \""
                            + memberName
                            + "\" has "
                            + member.size()
                            + " bytes, more than any that Backlot makes");
        }
        byte[] content = in.readNBytes((int) member.size());
        if (content.length < member.size()) {
            throw new EOFException();
        }
        var crc = new CRC32();
        crc.update(content);
        requireChecksum(member, crc);
        members.add(member);
        return content;
    }

    private byte[] header(String memberName) throws IOException {
        int length = ZipForm.LOCAL_HEAD + memberName.length();
        byte[] header = in.readNBytes(length);
        if (members.isEmpty() && !ZipForm.isZip(header)) {
            throw refused("it is no .backlot package, or its beginning was damaged");
        }
        if (header.length < length) {
            throw new EOFException();
        }
        return header;
    }

    private void requireEqual(Member member, byte[] header) {
        if (!Arrays.equals(ZipForm.localHeader(member), header)) {
            throw refused(ZipForm.difference(member, header));
        }
    }

    private void requireChecksum(Member member, CRC32 crc) {
        if (crc.getValue() != member.crc()) {
            throw refused("its part \"" + member.name() + "\" was damaged on the way");
        }
    }

    @Override
    public void readAssets(AssetReceiver receiver) {
        try {
            for (PackedFile file : manifest.files()) {
                byte[] header = header(file.memberName());
                Member claimed = ZipForm.memberIn(file.memberName(), header);
                var member = new Member(file.memberName(), file.bytes(), claimed.crc());
                requireEqual(member, header);
                var content = new Content(file.bytes());
                receiver.take(file, content);
                content.skipRest();
                requireChecksum(member, content.crc);
                members.add(member);
            }
            requireEnd();
        } catch (EOFException e) {
            throw cut(name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private void requireEnd() throws IOException {
        long begin = members.stream().mapToLong(Member::length).sum();
        long offset = 0;
        long size = 0;
        for (Member member : members) {
            byte[] line = ZipForm.directoryLine(member, offset);
            requireBytes(line);
            offset += member.length();
            size += line.length;
        }
        requireBytes(ZipForm.end(members.size(), size, begin));
        if (in.read() >= 0) {
            throw refused("something is hidden after its end");
        }
    }

    private void requireBytes(byte[] expected) throws IOException {
        byte[] found = in.readNBytes(expected.length);
        if (Arrays.equals(found, expected)) {
            return;
        }
        if (Arrays.equals(found, 0, found.length, expected, 0, found.length)) {
            throw new EOFException();
        }
        String start = new String(found, 0, Math.min(2, found.length), StandardCharsets.ISO_8859_1);
        throw refused(
                start.equals("PK")
                        ? "its directory does not list exactly the parts it has"
                        : "it holds something between its parts");
    }

    private PackageRefused refused(String why) {
        return new PackageRefused(
                "the package "
                        + name
                        + " was refused: "
                        + why
                        + ". Nothing was imported; ask the sender for it again");
    }

    private static PackageRefused cut(String name) {
        return new PackageRefused(
                "the package "
                        + name
                        + " is not whole: it was cut off on the way. Nothing was imported; copy it again");
    }

    private static PackageRefused unreadable(String name, IOException cause) {
        return new PackageRefused(
                "the package "
                        + name
                        + " cannot be read: "
                        + cause.getMessage()
                        + ". Nothing was imported",
                cause);
    }

    @Override
    public void close() {
        closeQuietly(in);
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException nothingWasWritten) {
            return;
        }
    }

    /// The bytes of one asset, of which there are as many as were promised or the package is cut.
    private final class Content extends InputStream {
        private final CRC32 crc = new CRC32();
        private long left;

        Content(long length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(into, from, (int) Math.min(count, left));
            if (n < 0) {
                throw new EOFException();
            }
            crc.update(into, from, n);
            left -= n;
            return n;
        }

        void skipRest() throws IOException {
            byte[] part = new byte[8192];
            while (left > 0) {
                if (read(part, 0, part.length) < 0) {
                    throw new EOFException();
                }
            }
        }
    }
}
