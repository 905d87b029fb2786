package studio.backlot.handover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The one exact form in which a package's file is a zip (PKWARE APPNOTE 6.3.10): members stored
/// whole and one after another, no comments, no dates, then the directory and its end.
///
/// The bytes follow from the members' names, sizes and checksums, so a reader compares instead of
/// interpreting: what is compressed, encrypted, doubled, hidden, or named to lead elsewhere differs
/// and is refused. Any zip program can open such a file; only Backlot writes it.
public final class ZipForm {
    /// Bytes before a member's name.
    public static final int LOCAL_HEAD = 30;

    private static final int DIRECTORY_HEAD = 46;
    private static final int WIDE_FIELD = 4 + Long.BYTES;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;

    /// The first of January 1980, which a zip counts from: packages say when they were made in the
    /// manifest.
    private static final short NO_DATE = 0x21;

    private static final long WIDE = 0xffffffffL;
    private static final int WIDE_COUNT = 0xffff;
    private static final int END_64_REST = 44;
    private static final int METHOD_AT = 8;
    private static final int FLAGS_AT = 6;
    private static final int NAME_LENGTH_AT = 26;

    private ZipForm() {}

    /// One file in the zip: at most 2³¹ − 9 bytes, with their CRC-32.
    public record Member(String name, long size, long crc) {
        public Member {
            if (size < 0 || size > PackageManifest.LARGEST_FILE) {
                throw new IllegalArgumentException(
                        name + " cannot have " + size + " bytes in a package");
            }
        }

        /// Bytes of the member with its header.
        public long length() {
            return LOCAL_HEAD + ascii(name).length + size;
        }
    }

    /// What stands before a member's bytes.
    public static byte[] localHeader(Member member) {
        byte[] name = ascii(member.name());
        byte[] header = new byte[LOCAL_HEAD + name.length];
        ByteBuffer out = over(header).putInt(LOCAL).putShort(VERSION);
        common(out, member, name);
        out.put(name);
        return header;
    }

    /// A member's line in the directory; `offset` is where its header begins.
    public static byte[] directoryLine(Member member, long offset) {
        byte[] name = ascii(member.name());
        boolean isWide = offset >= WIDE;
        byte[] line = new byte[DIRECTORY_HEAD + name.length + (isWide ? WIDE_FIELD : 0)];
        ByteBuffer out = over(line).putInt(CENTRAL);
        out.putShort(VERSION).putShort(isWide ? VERSION_64 : VERSION);
        common(out, member, name);
        // the two bytes of the extra field's length were left at 0 by the common part
        out.putShort(out.position() - 2, (short) (isWide ? WIDE_FIELD : 0));
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) Math.min(offset, WIDE)).put(name);
        if (isWide) {
            out.putShort((short) 1).putShort((short) Long.BYTES).putLong(offset);
        }
        return line;
    }

    /// Flags, method, date, checksum, sizes, and the lengths of name and extra field.
    private static void common(ByteBuffer out, Member member, byte[] name) {
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort(NO_DATE);
        out.putInt((int) member.crc()).putInt((int) member.size()).putInt((int) member.size());
        out.putShort((short) name.length).putShort((short) 0);
    }

    /// What stands after the directory of `count` members and `size` bytes that begins at `offset`.
    public static byte[] end(long count, long size, long offset) {
        boolean isWide = count >= WIDE_COUNT || size >= WIDE || offset >= WIDE;
        var out = new ByteArrayOutputStream();
        if (isWide) {
            out.writeBytes(end64(count, size, offset));
        }
        byte[] last = new byte[22];
        ByteBuffer end = over(last).putInt(END).putShort((short) 0).putShort((short) 0);
        short few = (short) Math.min(count, WIDE_COUNT);
        end.putShort(few).putShort(few);
        end.putInt((int) Math.min(size, WIDE)).putInt((int) Math.min(offset, WIDE));
        end.putShort((short) 0);
        out.writeBytes(last);
        return out.toByteArray();
    }

    private static byte[] end64(long count, long size, long offset) {
        byte[] wide = new byte[56 + 20];
        ByteBuffer out = over(wide).putInt(END_64).putLong(END_64_REST);
        out.putShort(VERSION_64).putShort(VERSION_64).putInt(0).putInt(0);
        out.putLong(count).putLong(count).putLong(size).putLong(offset);
        out.putInt(LOCATOR_64).putInt(0).putLong(offset + size).putInt(1);
        return wide;
    }

    /// Says in words how a header that was found differs from the one of this member.
    public static String difference(Member expected, byte[] found) {
        ByteBuffer in = over(found);
        if (found.length < LOCAL_HEAD || in.getInt(0) != LOCAL) {
            return "\"" + expected.name() + "\" should begin there and does not";
        }
        if ((in.getShort(FLAGS_AT) & 1) != 0) {
            return "a part of it is encrypted";
        }
        if (in.getShort(METHOD_AT) != 0) {
            return "a part of it is compressed, and could unfold to any size";
        }
        int length = Short.toUnsignedInt(in.getShort(NAME_LENGTH_AT));
        String name =
                new String(
                        found,
                        LOCAL_HEAD,
                        Math.min(length, found.length - LOCAL_HEAD),
                        StandardCharsets.ISO_8859_1);
        if (!name.equals(expected.name())) {
            return "it holds \"" + name + "\" where \"" + expected.name() + "\" should be";
        }
        return "it was packed by another program than Backlot, or changed";
    }

    /// Reads size and checksum from the header of a member whose content only it can tell: whether
    /// the rest is as it should be is seen by comparing with [#localHeader].
    public static Member memberIn(String name, byte[] header) {
        ByteBuffer in = over(header);
        return new Member(
                name,
                Math.min(Integer.toUnsignedLong(in.getInt(22)), PackageManifest.LARGEST_FILE),
                Integer.toUnsignedLong(in.getInt(14)));
    }

    /// Whether bytes begin as a zip file does.
    public static boolean isZip(byte[] start) {
        return start.length >= 4 && Arrays.equals(start, 0, 4, new byte[] {'P', 'K', 3, 4}, 0, 4);
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
