package studio.backlot.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// A bounded reader of protobuf's wire format that jumps over what is not asked for, so that
/// gigabytes of weights cost nothing. Nesting, lengths and texts are limited, because the file may
/// come from anyone.
final class ProtobufReader implements AutoCloseable {
    private static final int MOST_NESTED = 32;
    private static final int LONGEST_TEXT = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14).limit(0);
    private final Deque<Long> ends = new ArrayDeque<>();
    private long bufferStart;
    private int wireType;
    private long length;

    private ProtobufReader(FileChannel channel, long size) {
        this.channel = channel;
        ends.push(size);
    }

    static ProtobufReader open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        return new ProtobufReader(channel, channel.size());
    }

    /// Whether the message that was entered last has another field.
    boolean hasMore() {
        return position() < end();
    }

    /// Reads the head of the next field and gives its number.
    int nextField() throws IOException, OnnxUnreadable {
        long tag = varint();
        wireType = (int) (tag & 7);
        long number = tag >>> 3;
        if (number == 0 || number > (1 << 29)) {
            throw OnnxUnreadable.malformed("field number " + number + " at byte " + position());
        }
        length =
                switch (wireType) {
                    case 0 -> 0;
                    case 1 -> 8;
                    case 2 -> varint();
                    case 5 -> 4;
                    default ->
                            throw OnnxUnreadable.malformed(
                                    "wire type " + wireType + " at byte " + position());
                };
        if (length < 0 || length > end() - position()) {
            throw length > 0
                    ? OnnxUnreadable.truncated(length - (end() - position()))
                    : OnnxUnreadable.malformed("a negative length at byte " + position());
        }
        return (int) number;
    }

    boolean isMessage() {
        return wireType == 2;
    }

    boolean isVarint() {
        return wireType == 0;
    }

    /// Goes into the message that the last field head announced.
    void enter() throws OnnxUnreadable {
        if (ends.size() > MOST_NESTED) {
            throw OnnxUnreadable.malformed("messages nested deeper than " + MOST_NESTED);
        }
        ends.push(position() + length);
    }

    /// Leaves the message entered last and jumps to its end.
    void leave() throws IOException {
        jumpTo(ends.pop());
    }

    /// Jumps over the value of the last field head.
    void skip() throws IOException, OnnxUnreadable {
        if (wireType == 0) {
            varint();
        } else {
            jumpTo(position() + length);
        }
    }

    /// The value of the last field head as UTF-8 text.
    String text() throws IOException, OnnxUnreadable {
        if (length > LONGEST_TEXT) {
            throw OnnxUnreadable.malformed("a text of " + length + " bytes at byte " + position());
        }
        var bytes = new byte[(int) length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    long varint() throws IOException, OnnxUnreadable {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = next();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw OnnxUnreadable.malformed("a number without end at byte " + position());
    }

    private byte next() throws IOException, OnnxUnreadable {
        if (position() >= end()) {
            throw OnnxUnreadable.truncated(1);
        }
        if (!buffer.hasRemaining()) {
            bufferStart += buffer.limit();
            buffer.clear();
            int count = channel.read(buffer, bufferStart);
            buffer.flip();
            if (count <= 0) {
                throw OnnxUnreadable.truncated(1);
            }
        }
        return buffer.get();
    }

    private void jumpTo(long target) {
        long inBuffer = target - bufferStart;
        if (inBuffer >= 0 && inBuffer <= buffer.limit()) {
            buffer.position((int) inBuffer);
        } else {
            bufferStart = target;
            buffer.limit(0);
        }
    }

    private long position() {
        return bufferStart + buffer.position();
    }

    private long end() {
        Long end = ends.peek();
        return end == null ? 0 : end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
