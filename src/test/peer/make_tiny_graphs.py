"""Makes the tiny ONNX graphs of src/test/resources/tiny-models/graphs (onnx 1.23.2). Usage: make_tiny_graphs.py FOLDER"""
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

folder = sys.argv[1]
OPSET = [helper.make_opsetid("", 17)]


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def write(name, nodes, inputs, outputs, initializers=(), opsets=OPSET):
    graph = helper.make_graph(nodes, name, inputs, outputs, list(initializers))
    save(helper.make_model(graph, opset_imports=opsets, ir_version=8), f"{folder}/{name}.onnx")


F, H, D, I32, I64 = (
    TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE, TensorProto.INT32, TensorProto.INT64)

# every element type that a pack may declare, summed into one float output
kinds = {"half": H, "single": F, "double": D, "int": I32, "long": I64}
write(
    "types",
    [helper.make_node("Cast", [k], [k + "_f"], to=F) for k in kinds]
    + [helper.make_node("Sum", [k + "_f" for k in kinds], ["total"]),
       helper.make_node("Cast", ["total"], ["total_half"], to=H)],
    [value(k, t, ["n"]) for k, t in kinds.items()],
    [value("total", F, ["n"]), value("total_half", H, ["n"])])

# a chain of products that runs for seconds on a large matrix: for stopping in the middle
write(
    "slow",
    [helper.make_node("MatMul", ["x" if i == 0 else f"y{i - 1}", "x"], ["y" if i == 799 else f"y{i}"])
     for i in range(800)],
    [value("x", F, ["n", "n"])],
    [value("y", F, ["n", "n"])])

write("unknown-operator",
      [helper.make_node("NhwcConvOfTomorrow", ["x"], ["y"], domain="com.microsoft")],
      [value("x", F, ["n"])], [value("y", F, ["n"])],
      opsets=OPSET + [helper.make_opsetid("com.microsoft", 1)])

weights = numpy_helper.from_array(np.ones(4, np.float32), "w")
weights.ClearField("raw_data")
weights.data_location = TensorProto.EXTERNAL
for key, text in (("location", "weights.pb"), ("offset", "0"), ("length", "16")):
    entry = weights.external_data.add()
    entry.key, entry.value = key, text
write("external-weights",
      [helper.make_node("Add", ["x", "w"], ["y"])],
      [value("x", F, [4])], [value("y", F, [4])], [weights])
