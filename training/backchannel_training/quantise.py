"""``python -m backchannel_training.quantise OUT``: ``reader-f32.onnx`` to int8 ``reader.onnx``, and how far they differ.

Only the encoder's products and the word table become int8; the heads are narrow, so that rounding shows there and no
time is won. Two methods:

- ``blocks`` (default): MatMulNBits, weights to 8 bits in blocks of a column, activations to 8 bits by row and block as they
  come. A row's numbers depend on that row alone, so a window reads the same in any batch.
- ``dynamic``: MatMulInteger; one scale for a whole activation tensor, so a window's numbers depend on its batch. Weights
  keep to 7 bits unless ``--full-range``: a processor without VNNI adds pairs of 8 by 8 bit products in 16 bits, and two of
  255 * 127 overflow it.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np

from .batches import Window, inputs, load
from .export import INPUTS, OUTPUTS
from .wordpieces import windows

# The encoder's weights, by shape: no head has one of these.
ENCODER_SHAPES = {(384, 1152), (384, 384), (384, 1536), (1536, 384)}


def quantise(source: Path, target: Path, method: str, full_range: bool = False, block: int = 32) -> None:
    import onnx
    import logging

    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
    from onnxruntime.quantization.shape_inference import quant_pre_process

    ready = source.with_name("ready.onnx")
    quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
    graph = onnx.load(str(ready)).graph
    shapes = {t.name: tuple(t.dims) for t in graph.initializer}
    in_encoder = lambda node: any(shapes.get(i) in ENCODER_SHAPES for i in node.input)
    products = [n for n in graph.node if n.op_type in ("MatMul", "Gemm")]
    tables = [n.name for n in graph.node if n.op_type == "Gather" and shapes.get(n.input[0], (0,))[0] < 10000]
    keep_float = [n.name for n in products if not in_encoder(n)] + tables
    if method == "dynamic":
        quantize_dynamic(str(ready), str(target), op_types_to_quantize=["MatMul", "Gemm", "Gather"], per_channel=True,
                         reduce_range=not full_range, weight_type=QuantType.QInt8, nodes_to_exclude=keep_float)
    else:
        quantize_dynamic(str(ready), str(target), op_types_to_quantize=["Gather"], weight_type=QuantType.QInt8, nodes_to_exclude=tables)
        logging.getLogger("onnxruntime.quantization.matmul_nbits_quantizer").setLevel(logging.WARNING)
        again = MatMulNBitsQuantizer(onnx.load(str(target)), bits=8, block_size=block, is_symmetric=True, accuracy_level=4,
                                     nodes_to_exclude=[n.name for n in products if not in_encoder(n)], op_types_to_quantize=("MatMul",))
        again.process()
        again.model.save_model_to_file(str(target))
    ready.unlink()


def session_of(path: Path, threads: int):
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def feed(window: Window) -> dict:
    ids, mask, shape = (t.numpy() for t in inputs([window]))
    p = window.coded.pieces
    bias = np.full(ids.shape + (2,), -1e4, dtype=np.float32)
    first = np.searchsorted(p.first, [window.start, window.end])
    bias[0, p.first[first[0]:first[1]] - window.start + 1] = 0.0
    return dict(zip(INPUTS, (ids, mask, shape, bias, np.zeros(2, dtype=np.float32))))


def compare(one: Path, two: Path, threads: int, count: int = 40) -> dict:
    """How far the logits of ``two`` are from those of ``one`` on development windows, and the time of each."""
    a, b = session_of(one, threads), session_of(two, threads)
    chosen = [Window(c, s, e) for name in ("polnear", "worldwide") for c in load(name, "dev")[:6] for s, e in windows(c.pieces)][:count]
    times, far, same, scale = [0.0, 0.0], {}, {}, {}
    for w in chosen:
        given, outs = feed(w), []
        for k, session in enumerate((a, b)):
            began = time.time()
            outs.append(dict(zip(OUTPUTS, session.run(None, given))))
            times[k] += time.time() - began
        for name in OUTPUTS:
            x, y = outs[0][name], outs[1][name]
            if name.endswith(("_at", "_roles")):
                continue  # their rows are the triggers found, which may differ: scored by the heads' measures
            far.setdefault(name, []).append(float(np.abs(x - y).mean()))
            scale.setdefault(name, []).append(float(np.abs(x).mean()))
            if name.startswith("names_"):
                same.setdefault(name, []).append(float((x.argmax(-1) == y.argmax(-1)).mean()))
    pieces = sum(w.end - w.start for w in chosen)
    return {"pieces": pieces, "pieces a second": [round(pieces / t) for t in times],
            "mean difference over mean size": {k: round(np.mean(v) / np.mean(scale[k]), 4) for k, v in far.items()},
            "same tag": {k: round(np.mean(v), 5) for k, v in same.items()}}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out")
    ask.add_argument("--method", choices=("blocks", "dynamic"), default="blocks")
    ask.add_argument("--block", type=int, default=32)
    ask.add_argument("--full-range", action="store_true")
    ask.add_argument("--threads", type=int, default=2)
    said = ask.parse_args()
    out = Path(said.out)
    source, target = out / "reader-f32.onnx", out / "reader.onnx"
    quantise(source, target, said.method, said.full_range, said.block)
    figures = compare(source, target, said.threads)
    print("%.1f MB to %.1f MB" % (source.stat().st_size / 1e6, target.stat().st_size / 1e6))
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
