package studio.backlot.onnx;

import java.util.Arrays;
import java.util.stream.Collectors;

/// One input or output as a graph declares it: name, element type and dimensions, −1 where a
/// dimension is free.
public record TensorSpec(String name, ElementType type, long[] dimensions) {
    /// Number of dimensions; 0 is a scalar.
    public int rank() {
        return dimensions.length;
    }

    /// The declared size of one dimension, or −1 when it is free or there is no such dimension.
    public long dimension(int index) {
        return index < dimensions.length ? dimensions[index] : -1;
    }

    @Override
    public String toString() {
        return name
                + " "
                + type.word()
                + Arrays.stream(dimensions)
                        .mapToObj(d -> d < 0 ? "?" : Long.toString(d))
                        .collect(Collectors.joining(", ", " [", "]"));
    }
}
