package studio.backlot.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;

/// What one element of a tensor is; the names are ONNX's.
public enum ElementType {
    FLOAT16(2, OnnxJavaType.FLOAT16),
    FLOAT(4, OnnxJavaType.FLOAT),
    DOUBLE(8, OnnxJavaType.DOUBLE),
    INT32(4, OnnxJavaType.INT32),
    INT64(8, OnnxJavaType.INT64),
    /// Any other type; such a tensor can be named, not filled.
    OTHER(0, OnnxJavaType.UNKNOWN);

    private final int bytes;
    private final OnnxJavaType javaType;

    ElementType(int bytes, OnnxJavaType javaType) {
        this.bytes = bytes;
        this.javaType = javaType;
    }

    static ElementType of(TensorInfo info) {
        // bfloat16 and float16 share a Java type family; only ONNX's own name tells them apart
        return switch (info.onnxType) {
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> FLOAT16;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> FLOAT;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> DOUBLE;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> INT32;
            case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> INT64;
            default -> OTHER;
        };
    }

    /// Size of one element in bytes; 0 for `OTHER`.
    public int bytes() {
        return bytes;
    }

    /// Whether it holds fractions.
    public boolean isFloating() {
        return this == FLOAT || this == FLOAT16 || this == DOUBLE;
    }

    /// Whether it holds whole numbers.
    public boolean isWhole() {
        return this == INT32 || this == INT64;
    }

    /// The type in lower case, as messages and recipes write it.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    OnnxJavaType javaType() {
        return javaType;
    }
}
