package studio.backlot.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a graph says at its door: inputs and outputs with element types and dimensions, and the
/// files beside it that hold its weights. Read from the file (`ModelProto` of onnx.proto3) without
/// touching nodes or weights.
record OnnxSignature(List<Port> inputs, List<Port> outputs, Set<String> externalFiles) {
    private static final int MOST_PORTS = 10_000;

    /// Planes of the four outputs of CenterFace.
    private static final List<Integer> FACE_PLANES = List.of(1, 2, 2, 10);

    /// One input or output. The element type is the number of `TensorProto.DataType`; −1 stands for
    /// a free dimension.
    record Port(String name, int elementType, List<Long> dimensions) {
        static final int FLOAT = 1;
        static final int INT32 = 6;
        static final int INT64 = 7;
        static final int FLOAT16 = 10;
        static final int DOUBLE = 11;

        boolean isFloating() {
            return elementType == FLOAT || elementType == FLOAT16 || elementType == DOUBLE;
        }

        boolean isWhole() {
            return elementType == INT32 || elementType == INT64;
        }

        boolean isPicture() {
            return hasPlanes(3);
        }

        /// Whether it is made of so many planes of floats.
        boolean hasPlanes(int count) {
            return isFloating() && dimensions.size() == 4 && dimensions.get(1) == count;
        }
    }

    static OnnxSignature read(Path file) throws OnnxUnreadable {
        try (var in = ProtobufReader.open(file)) {
            var reading = new Reading(in);
            reading.model();
            return reading.signature();
        } catch (IOException e) {
            throw new PackUnreadable(file, e);
        }
    }

    /// Picture in, picture out.
    boolean isUpscaler() {
        return takesOnePicture() && outputs.size() == 1 && outputs.getFirst().isPicture();
    }

    /// Picture in; heat map, sizes, offsets and five points of each face out, as CenterFace has
    /// them.
    boolean isFaceFinder() {
        return takesOnePicture()
                && outputs.size() == FACE_PLANES.size()
                && IntStream.range(0, outputs.size())
                        .allMatch(i -> outputs.get(i).hasPlanes(FACE_PLANES.get(i)));
    }

    private boolean takesOnePicture() {
        return inputs.size() == 1 && inputs.getFirst().isPicture();
    }

    boolean hasInput(String name) {
        return inputs.stream().anyMatch(port -> port.name().equals(name));
    }

    boolean hasOutput(String name) {
        return outputs.stream().anyMatch(port -> port.name().equals(name));
    }

    /// The walk through one file; numbers are those of the fields in onnx.proto3.
    private static final class Reading {
        private final ProtobufReader in;
        private final List<Port> inputs = new ArrayList<>();
        private final List<Port> outputs = new ArrayList<>();
        private final Set<String> weights = new HashSet<>();
        private final Set<String> externalFiles = new HashSet<>();
        private boolean hasGraph;

        Reading(ProtobufReader in) {
            this.in = in;
        }

        void model() throws IOException, OnnxUnreadable {
            while (in.hasMore()) {
                if (in.nextField() == 7 && in.isMessage()) {
                    hasGraph = true;
                    in.enter();
                    graph();
                    in.leave();
                } else {
                    in.skip();
                }
            }
            if (!hasGraph) {
                throw OnnxUnreadable.malformed("it holds no graph");
            }
        }

        private void graph() throws IOException, OnnxUnreadable {
            while (in.hasMore()) {
                int field = in.nextField();
                if (!in.isMessage()) {
                    in.skip();
                    continue;
                }
                in.enter();
                switch (field) {
                    case 5 -> initializer();
                    case 11 -> inputs.add(valueInfo());
                    case 12 -> outputs.add(valueInfo());
                    default -> {}
                }
                in.leave();
                if (inputs.size() + outputs.size() > MOST_PORTS) {
                    throw OnnxUnreadable.malformed(
                            "it declares more than " + MOST_PORTS + " inputs and outputs");
                }
            }
        }

        private void initializer() throws IOException, OnnxUnreadable {
            while (in.hasMore()) {
                int field = in.nextField();
                if (field == 8 && in.isMessage()) {
                    weights.add(in.text());
                } else if (field == 13 && in.isMessage()) {
                    in.enter();
                    externalEntry();
                    in.leave();
                } else {
                    in.skip();
                }
            }
        }

        private void externalEntry() throws IOException, OnnxUnreadable {
            String key = "";
            String value = "";
            while (in.hasMore()) {
                int field = in.nextField();
                if (field == 1 && in.isMessage()) {
                    key = in.text();
                } else if (field == 2 && in.isMessage()) {
                    value = in.text();
                } else {
                    in.skip();
                }
            }
            if (key.equals("location")) {
                externalFiles.add(value);
            }
        }

        private Port valueInfo() throws IOException, OnnxUnreadable {
            String name = "";
            int[] elementType = new int[1];
            var dimensions = new ArrayList<Long>();
            while (in.hasMore()) {
                int field = in.nextField();
                if (field == 1 && in.isMessage()) {
                    name = in.text();
                } else if (field == 2 && in.isMessage()) {
                    in.enter();
                    type(elementType, dimensions);
                    in.leave();
                } else {
                    in.skip();
                }
            }
            return new Port(name, elementType[0], List.copyOf(dimensions));
        }

        /// `TypeProto` and the `Tensor` inside it: both keep what matters in field 1 (and the shape
        /// in 2).
        private void type(int[] elementType, List<Long> dimensions)
                throws IOException, OnnxUnreadable {
            while (in.hasMore()) {
                int field = in.nextField();
                if (field == 1 && in.isMessage()) {
                    in.enter();
                    type(elementType, dimensions);
                    in.leave();
                } else if (field == 1 && in.isVarint()) {
                    elementType[0] = (int) in.varint();
                } else if (field == 2 && in.isMessage()) {
                    in.enter();
                    shape(dimensions);
                    in.leave();
                } else {
                    in.skip();
                }
            }
        }

        private void shape(List<Long> dimensions) throws IOException, OnnxUnreadable {
            while (in.hasMore()) {
                if (in.nextField() != 1 || !in.isMessage()) {
                    in.skip();
                    continue;
                }
                long size = -1;
                in.enter();
                while (in.hasMore()) {
                    if (in.nextField() == 1 && in.isVarint()) {
                        size = in.varint();
                    } else {
                        in.skip();
                    }
                }
                in.leave();
                dimensions.add(size);
            }
        }

        OnnxSignature signature() {
            // graphs of IR version 3 list their weights among the inputs as well
            inputs.removeIf(port -> weights.contains(port.name()));
            return new OnnxSignature(
                    List.copyOf(inputs), List.copyOf(outputs), Set.copyOf(externalFiles));
        }
    }
}
