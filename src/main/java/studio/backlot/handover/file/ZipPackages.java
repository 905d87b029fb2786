package studio.backlot.handover.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import studio.backlot.asset.AssetDamaged;
import studio.backlot.base.ContentHash;
import studio.backlot.handover.ManifestForm;
import studio.backlot.handover.PackageFiles;
import studio.backlot.handover.PackageManifest;
import studio.backlot.handover.PackageReader;
import studio.backlot.handover.PackageUnwritable;
import studio.backlot.handover.PackedFile;
import studio.backlot.handover.PackedTexts;
import studio.backlot.handover.ZipForm;
import studio.backlot.handover.ZipForm.Member;

/// Packages as zip files of the form that [ZipForm] fixes; safe for several threads.
public final class ZipPackages implements PackageFiles {
    private static final int PART = 1 << 18;

    @Override
    public PackageReader open(Path file) {
        return ZipPackageReader.open(file);
    }

    @Override
    public void write(Path file, PackedTexts texts, List<Path> assets) {
        PackageManifest manifest = ManifestForm.parse(texts.manifest());
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var members = new Members(channel);
            members.add(PackageManifest.MANIFEST, texts.manifest());
            members.add(PackageManifest.SIGNATURE, texts.signature());
            members.add(PackageManifest.OPENINGS, texts.openings());
            for (int i = 0; i < assets.size(); i++) {
                members.add(manifest.files().get(i), assets.get(i));
            }
            members.end();
            channel.force(true);
        } catch (IOException e) {
            throw new PackageUnwritable(
                    "the package "
                            + file.getFileName()
                            + " could not be written: "
                            + e.getMessage()
                            + "; look at the disk and the folder, then try again",
                    e);
        }
    }

    /// The members written so far.
    private static final class Members {
        private final FileChannel channel;
        private final List<Member> members = new ArrayList<>();
        private final byte[] part = new byte[PART];

        Members(FileChannel channel) {
            this.channel = channel;
        }

        void add(String name, byte[] content) throws IOException {
            var crc = new CRC32();
            crc.update(content);
            var member = new Member(name, content.length, crc.getValue());
            write(ZipForm.localHeader(member), 0, ZipForm.localHeader(member).length);
            write(content, 0, content.length);
            members.add(member);
        }

        /// The checksum stands before the bytes it is of, so the header is written again after
        /// them.
        void add(PackedFile file, Path asset) throws IOException {
            long at = channel.position();
            var unknown = new Member(file.memberName(), file.bytes(), 0);
            write(ZipForm.localHeader(unknown), 0, ZipForm.localHeader(unknown).length);
            var crc = new CRC32();
            MessageDigest digest = ContentHash.sha256();
            long count = 0;
            try (InputStream in = Files.newInputStream(asset)) {
                for (int n = in.read(part); n >= 0; n = in.read(part)) {
                    crc.update(part, 0, n);
                    digest.update(part, 0, n);
                    write(part, 0, n);
                    count += n;
                }
            }
            ContentHash found = ContentHash.ofDigest(digest.digest());
            if (count != file.bytes() || !found.equals(file.sha256())) {
                throw new AssetDamaged(file.sha256(), found);
            }
            var member = new Member(file.memberName(), count, crc.getValue());
            ByteBuffer header = ByteBuffer.wrap(ZipForm.localHeader(member));
            for (long to = at; header.hasRemaining(); ) {
                to += channel.write(header, to);
            }
            members.add(member);
        }

        void end() throws IOException {
            long begin = channel.position();
            long offset = 0;
            for (Member member : members) {
                byte[] line = ZipForm.directoryLine(member, offset);
                write(line, 0, line.length);
                offset += member.length();
            }
            byte[] end = ZipForm.end(members.size(), channel.position() - begin, begin);
            write(end, 0, end.length);
        }

        private void write(byte[] bytes, int from, int count) throws IOException {
            ByteBuffer remaining = ByteBuffer.wrap(bytes, from, count);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
        }
    }
}
