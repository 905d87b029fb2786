package studio.backlot.onnx;

/// What a run gave out under one name: the elements as floats in row-major order, and the shape.
public record TensorValues(float[] values, long[] shape) {}
