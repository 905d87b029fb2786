package studio.backlot.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A tensor over its own direct memory that is filled and read again and again, step after step,
/// without allocating.
///
/// Not for use by several threads. The owner closes it after the last run that uses it.
public final class TensorBuffer implements AutoCloseable {
    private final ElementType type;
    private final long[] shape;
    private final int count;
    private final ByteBuffer bytes;
    private final OnnxTensor tensor;

    private TensorBuffer(
            ElementType type, long[] shape, int count, ByteBuffer bytes, OnnxTensor tensor) {
        this.type = type;
        this.shape = shape;
        this.count = count;
        this.bytes = bytes;
        this.tensor = tensor;
    }

    /// A tensor of zeros. Throws [IllegalArgumentException] when the shape needs more than 2 GiB or
    /// the type cannot be filled.
    public static TensorBuffer of(OnnxRuntime runtime, ElementType type, long... shape) {
        long count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, size);
        }
        long length = Math.multiplyExact(count, (long) type.bytes());
        if (type == ElementType.OTHER || count <= 0 || length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "no tensor of " + type.word() + " " + Arrays.toString(shape) + " can be made");
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect((int) length).order(ByteOrder.nativeOrder());
        try {
            OnnxTensor tensor =
                    OnnxTensor.createTensor(
                            runtime.environment(), bytes, shape.clone(), type.javaType());
            return new TensorBuffer(type, shape.clone(), (int) count, bytes, tensor);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "no tensor of " + type.word() + " " + Arrays.toString(shape), e);
        }
    }

    /// Number of elements.
    public int count() {
        return count;
    }

    /// The dimensions.
    public long[] shape() {
        return shape.clone();
    }

    /// Writes these values from element `at` on, converted to the tensor's type (fractions cut
    /// toward zero for whole types, rounded to nearest for float16).
    public void put(int at, float[] values) {
        switch (type) {
            case FLOAT -> bytes.asFloatBuffer().put(at, values);
            case FLOAT16 -> {
                for (int i = 0; i < values.length; i++) {
                    bytes.putShort(2 * (at + i), Float.floatToFloat16(values[i]));
                }
            }
            case DOUBLE, INT32, INT64, OTHER -> {
                for (int i = 0; i < values.length; i++) {
                    putOne(at + i, values[i]);
                }
            }
        }
    }

    /// Writes these whole numbers from element `at` on.
    public void put(int at, int[] values) {
        for (int i = 0; i < values.length; i++) {
            putOne(at + i, values[i]);
        }
    }

    /// Writes one value into every element.
    public void fill(double value) {
        for (int i = 0; i < count; i++) {
            putOne(i, value);
        }
    }

    private void putOne(int at, double value) {
        switch (type) {
            case FLOAT -> bytes.putFloat(4 * at, (float) value);
            case FLOAT16 -> bytes.putShort(2 * at, Float.floatToFloat16((float) value));
            case DOUBLE -> bytes.putDouble(8 * at, value);
            case INT32 -> bytes.putInt(4 * at, (int) value);
            case INT64 -> bytes.putLong(8 * at, (long) value);
            case OTHER -> throw new IllegalStateException("never made");
        }
    }

    /// Reads `into.length` elements from element `at` on.
    public void get(int at, float[] into) {
        switch (type) {
            case FLOAT -> bytes.asFloatBuffer().get(at, into);
            case FLOAT16 -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = Float.float16ToFloat(bytes.getShort(2 * (at + i)));
                }
            }
            case DOUBLE -> {
                for (int i = 0; i < into.length; i++) {
                    into[i] = (float) bytes.getDouble(8 * (at + i));
                }
            }
            case INT32, INT64, OTHER ->
                    throw new IllegalStateException(type.word() + " is not read as floats");
        }
    }

    OnnxTensor tensor() {
        return tensor;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
