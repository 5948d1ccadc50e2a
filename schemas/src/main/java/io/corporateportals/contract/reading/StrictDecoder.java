package io.corporateportals.contract.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Avro's binary encoding, in which text is UTF-8: Avro itself puts another character in the place of broken bytes. */
final class StrictDecoder extends Decoder {
    private final BinaryDecoder bytes;
    private final Utf8 text = new Utf8();

    StrictDecoder(byte[] value, int start) {
        bytes = DecoderFactory.get().binaryDecoder(value, start, value.length - start, null);
    }

    boolean isAtEnd() throws IOException {
        return bytes.isEnd();
    }

    @Override
    public String readString() throws IOException {
        Utf8 read = bytes.readString(text);
        ByteBuffer raw = ByteBuffer.wrap(read.getBytes(), 0, read.getByteLength());
        return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public void readNull() throws IOException {
        bytes.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return bytes.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return bytes.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return bytes.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return bytes.readDouble();
    }

    @Override
    public void skipString() throws IOException {
        bytes.skipString();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        return bytes.readBytes(old);
    }

    @Override
    public void skipBytes() throws IOException {
        bytes.skipBytes();
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        bytes.readFixed(target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        bytes.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return bytes.readEnum();
    }

    @Override
    public long readArrayStart() throws IOException {
        return bytes.readArrayStart();
    }

    @Override
    public long arrayNext() throws IOException {
        return bytes.arrayNext();
    }

    @Override
    public long skipArray() throws IOException {
        return bytes.skipArray();
    }

    @Override
    public long readMapStart() throws IOException {
        return bytes.readMapStart();
    }

    @Override
    public long mapNext() throws IOException {
        return bytes.mapNext();
    }

    @Override
    public long skipMap() throws IOException {
        return bytes.skipMap();
    }

    @Override
    public int readIndex() throws IOException {
        return bytes.readIndex();
    }

    @Override
    public int remainingBytes() {
        return bytes.remainingBytes();
    }
}
