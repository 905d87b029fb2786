"""The faces that CenterFace's own arithmetic finds in pictures, as one JSON document.

usage: find_faces.py GRAPH.onnx PICTURE...    for each picture a list of {left, top, right, bottom, score}

Written from CenterFace's description, in NumPy and double precision, over the same graph in ONNX Runtime. Pictures are
looked at as they are, with black up to sides of a multiple of 32. Numbers are texts, so that no reader rounds them.
"""

import json
import sys

import numpy
import onnxruntime
from PIL import Image

GRID, STRIDE, THRESHOLD, SAME_FACE = 32, 4, 0.5, 0.3


def looked_at(session, picture):
    height, width, _ = picture.shape
    padded = [-(-side // GRID) * GRID for side in (height, width)]
    planes = numpy.zeros((1, 3, *padded), numpy.float32)
    planes[0, :, :height, :width] = picture.transpose(2, 0, 1)
    outputs = session.run(None, {session.get_inputs()[0].name: planes})
    return [output[0].astype(numpy.float64) for output in outputs[:3]], padded


def faces(session, picture):
    (heats, sizes, offsets), (height, width) = looked_at(session, picture)
    found = []
    for row, column in zip(*numpy.where(heats[0] > THRESHOLD)):
        tall, wide = numpy.exp(sizes[:, row, column]) * STRIDE
        left = min(max(0, (column + offsets[1, row, column] + 0.5) * STRIDE - wide / 2), width)
        top = min(max(0, (row + offsets[0, row, column] + 0.5) * STRIDE - tall / 2), height)
        found.append((heats[0, row, column], left, top, min(left + wide, width), min(top + tall, height)))
    kept = []
    for face in sorted(found, reverse=True):
        if all(shared(face, other) < SAME_FACE for other in kept):
            kept.append(face)
    names = ("score", "left", "top", "right", "bottom")
    return [{name: repr(float(value)) for name, value in zip(names, face)} for face in kept]


def shared(one, other):
    wide = max(0, min(one[3], other[3]) - max(one[1], other[1]))
    tall = max(0, min(one[4], other[4]) - max(one[2], other[2]))
    areas = [(face[3] - face[1]) * (face[4] - face[2]) for face in (one, other)]
    return wide * tall / (sum(areas) - wide * tall)


def main(graph, *pictures):
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    answer = [faces(session, numpy.asarray(Image.open(path).convert("RGB"))) for path in pictures]
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
