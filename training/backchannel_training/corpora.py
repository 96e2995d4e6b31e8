"""Loaders: each corpus of the data folder to ``Document``s, with character places kept exactly.

Only train and development files are read. What a folder holds and how it is scored is in its own README.
"""
import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

from .document import Document, TextBuilder, spans_of_tags
from .places import scorer_folder

Tokens = List[Tuple[str, str]]


def polnear(data: Path, split: str) -> Iterator[Document]:
    sys.path.insert(0, str(scorer_folder()))
    import score_attribution

    for _key, name, text, attributions in score_attribution.read_gold(str(data / "polnear" / split)):
        found = []
        for item in attributions:
            if not item["cue"]:
                continue  # one of 19,834 in train: nothing to hang it on
            cue = [item["cue"][0][0], item["cue"][-1][1]]
            roles = [[role, s, e] for role in ("source", "cue", "content") for s, e in item[role]]
            found.append({"cue": cue, "roles": roles})
        yield Document(id=name, corpus="polnear", text=text, attributions=found)


def _blocks(lines) -> Iterator[List[List[str]]]:
    block: List[List[str]] = []
    for line in lines:
        line = line.rstrip("\n")
        if line.strip():
            block.append(line.split("\t"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _tagged(sentences: List[Tokens], name: str, corpus: str, scheme: str) -> Document:
    build, names, bounds = TextBuilder(), [], []
    for sentence in sentences:
        build.gap(" ")
        places = [build.token(word) for word, _ in sentence]
        bounds.append([places[0][0], places[-1][1]])
        for first, last, kind in spans_of_tags([tag for _, tag in sentence]):
            names.append([places[first][0], places[last - 1][1], kind])
    return Document(id=name, corpus=corpus, text=build.text, sentences=bounds, names={scheme: names})


def worldwide(data: Path, split: str) -> Iterator[Document]:
    for path in sorted((data / "worldwide-news-ner" / split).glob("*.tsv")):
        with open(path, encoding="utf-8") as lines:
            sentences = [[(row[0], row[1] if len(row) > 1 else "O") for row in block] for block in _blocks(lines)]
        yield _tagged(sentences, path.stem, "worldwide-news-ner", "world")


def politics(data: Path, split: str) -> Iterator[Document]:
    with open(data / "crossner-politics" / (split + ".txt"), encoding="utf-8") as lines:
        for index, block in enumerate(_blocks(lines)):
            yield _tagged([[(row[0], row[-1]) for row in block]], "politics-%s-%d" % (split, index), "crossner-politics",
                          "politics")


def _uner(data: Path, split: str) -> Dict[str, tuple]:
    found = {}
    with open(data / "uner-ewt" / ("en_ewt-ud-%s.iob2" % split), encoding="utf-8") as lines:
        for block in _blocks(lines):
            head = {row[0].split(" = ")[0]: row[0].split(" = ", 1)[1] for row in block if row[0].startswith("#") and " = " in row[0]}
            rows = [row for row in block if not row[0].startswith("#")]
            tags = [row[2] if row[2][2:] in ("PER", "ORG", "LOC") and row[2] != "B-O" else "O" for row in rows]
            found[head["# sent_id"]] = ([row[1] for row in rows], tags, head.get("# text"))
    return found


def _propbank(data: Path, split: str) -> Dict[str, list]:
    found, name, rows = {}, None, []
    with gzip.open(data / "propbank-ewt" / (split + ".conll.gz"), "rt", encoding="utf-8") as lines:
        for line in list(lines) + [""]:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                name = line.split(" = ", 1)[1]
            elif line.strip():
                rows.append(line.split("\t"))
            elif rows:
                found[name] = rows
                rows = []
    return found


def bracket_spans(column: List[str]) -> List[list]:
    """[[first, last + 1, label], ...] of a CoNLL bracket column; brackets do not nest in PropBank."""
    spans, label, start = [], None, 0
    for index, cell in enumerate(column):
        opened = re.match(r"\(([^*()]+)\*?", cell)
        if opened:
            label, start = opened.group(1), index
        if cell.endswith(")") and label is not None:
            spans.append([start, index + 1, label])
            label = None
    return spans


# Rolesets of auxiliaries, not counted by the corpus' own measure.
AUXILIARY = {"be.03", "do.01", "have.01"}


def _spaces_from(text, words: List[str]) -> List[bool]:
    """Whether white space stands before each word in ``text``; by the words alone where they do not line up."""
    if text is None:
        return [None] * len(words)
    out, at = [], 0
    for word in words:
        skipped = at
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return [None] * len(words)
        out.append(at > skipped or not out)
        at += len(word)
    return out


def web_treebank(data: Path, split: str) -> Iterator[Document]:
    """PropBank roles, UNER names and UDS factuality, all on the English Web Treebank."""
    uner, propbank = _uner(data, split), _propbank(data, split)
    facts = defaultdict(list)
    with open(data / "uds-factuality" / (split + ".tsv"), encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            facts[row["sent_id"]].append((int(row["token"]), float(row["value"]), float(row["confidence"])))
    groups: Dict[tuple, list] = defaultdict(list)
    for name in uner:
        # A sentence without roles goes apart, so that no missing predicate counts as a negative.
        groups[name.rsplit("-", 1)[0], name in propbank].append(name)
    for (group, has_roles), sentences in groups.items():
        build, names, bounds, predicates, factuality = TextBuilder(), [], [], [], []
        for name in sentences:
            words, tags, text = uner[name]
            build.gap(" ")
            spaces = _spaces_from(text, words)
            places = [build.token(word, space) for word, space in zip(words, spaces)]
            bounds.append([places[0][0], places[-1][1]])
            names += [[places[a][0], places[b - 1][1], kind] for a, b, kind in spans_of_tags(tags)]
            for number, value, confidence in facts.get(name, []):
                if number <= len(places):
                    factuality.append(places[number - 1] + [value, confidence])
            rows = propbank.get(name)
            if not rows:
                continue
            if len(rows) != len(words):
                raise ValueError("expected %d tokens in %s, got %d" % (len(words), name, len(rows)))
            for k, at in enumerate(i for i, row in enumerate(rows) if row[8] != "-"):
                if rows[at][8] in AUXILIARY:
                    continue
                spans = bracket_spans([row[9 + k] for row in rows])
                roles = [[label, places[a][0], places[b - 1][1]] for a, b, label in spans if label not in ("V", "C-V")]
                predicates.append({"at": places[at], "roles": roles})
        yield Document(id=group + ("" if has_roles else "#unjoined"), corpus="web-treebank", text=build.text, sentences=bounds,
                       names={"web": names}, predicates=predicates if has_roles else None, factuality=factuality)


def _gum_entities(rows: List[List[str]]) -> Iterator[Tuple[int, int, str]]:
    """(first, last + 1, type) of every mention; fragments of a broken one count each for itself and are dropped."""
    stack = defaultdict(list)
    for index, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not match:
            continue
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", match.group(1)):
            inner = piece.strip("()")
            key = inner.split("-", 1)[0]
            if piece.startswith("("):
                kind = inner.split("-")[1]
                if piece.endswith(")"):
                    if "[" not in key:
                        yield index, index + 1, kind
                else:
                    stack[key].append((index, kind))
            elif stack[key]:
                start, kind = stack[key].pop()
                if "[" not in key:
                    yield start, index + 1, kind


def _ontogum_clusters(path: Path) -> Tuple[List[str], List[list]]:
    words, spans, stack = [], defaultdict(list), defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            cells = line.rstrip("\n").split("\t")
            index = len(words)
            words.append(cells[1])
            if cells[2] == "_":
                continue
            for opened, key, closed in re.findall(r"(\()?(\d+)(\))?", cells[2]):
                if opened and closed:
                    spans[key].append([index, index + 1])
                elif opened:
                    stack[key].append(index)
                elif closed:
                    spans[key].append([stack[key].pop(), index + 1])
    return words, [sorted(group) for group in spans.values() if len(group) > 1]


def gum(data: Path, split: str) -> Iterator[Document]:
    """The open part (no -nc folder): nested mentions, and coreference by the OntoNotes rules."""
    for path in sorted((data / "gum" / split).glob("*.conllu")):
        build, bounds, rows, places = TextBuilder(), [], [], []
        space = "\n"
        with open(path, encoding="utf-8") as lines:
            for block in _blocks(lines):
                comments = [row[0] for row in block if row[0].startswith("#")]
                if any(c.startswith("# newpar") for c in comments):
                    space = "\n"
                build.gap(space)
                space, first = " ", len(places)
                tight = False
                for row in block:
                    if row[0].startswith("#") or not row[0].isdigit():
                        continue
                    places.append(build.token(row[1], not tight))
                    tight = "SpaceAfter=No" in row[9]
                    rows.append(row)
                bounds.append([places[first][0], places[-1][1]])
        words, clusters = _ontogum_clusters(data / "gum" / ("ontogum-" + split) / (path.stem + ".conll"))
        if len(words) != len(rows):
            raise ValueError("expected %d tokens in %s, got %d" % (len(rows), path.stem, len(words)))
        place = lambda a, b: [places[a][0], places[b - 1][1]]
        yield Document(id=path.stem, corpus="gum", text=build.text, sentences=bounds,
                       mentions=sorted(place(a, b) + [kind] for a, b, kind in _gum_entities(rows)),
                       clusters=[[place(a, b) for a, b in group] for group in clusters])


def _json_lines(path: Path) -> Iterator[dict]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


# Types with under ten examples in train, or that are not names.
RE3D_DROPPED = {"CommsIdentifier", "Vehicle"}


def re3d(data: Path, split: str) -> Iterator[Document]:
    """All folders, BBC Online (non-commercial) included only where its licence allows the use: see README."""
    with open(data / "re3d" / "split.tsv", encoding="utf-8") as lines:
        wanted = {row["document"] for row in csv.DictReader(lines, delimiter="\t") if row["split"] == split}
    for folder in sorted(p for p in (data / "re3d").iterdir() if p.is_dir()):
        if folder.name == "BBC-Online" and split == "train":
            continue  # CC BY-NC: kept out of the weights
        entities, relations = defaultdict(dict), defaultdict(list)
        for row in _json_lines(folder / "entities.json"):
            if row["confidence"] >= 0.5:
                key = (row["begin"], row["end"])
                old = entities[row["documentId"]].get(key)
                if old is None or row["confidence"] > old[0]:
                    entities[row["documentId"]][key] = (row["confidence"], row["type"])
        for row in _json_lines(folder / "relations.json"):
            if row["confidence"] >= 0.5:
                relations[row["documentId"]].append(row)
        for row in _json_lines(folder / "documents.json"):
            name, text = row["_id"], row["text"]
            if name not in wanted:
                continue
            names = sorted([s, e, kind] for (s, e), (_, kind) in entities[name].items() if kind not in RE3D_DROPPED)
            spans = sorted({(s, e) for s, e, _ in names} | {
                (r[a + "Begin"], r[a + "End"]) for r in relations[name] for a in ("source", "target")})
            at = {span: i for i, span in enumerate(spans)}
            facts = sorted({(at[r["sourceBegin"], r["sourceEnd"]], at[r["targetBegin"], r["targetEnd"]], r["type"])
                            for r in relations[name]})
            yield Document(id="re3d-" + name, corpus="re3d", text=text, names={"defence": names},
                           relations={"scheme": "defence", "entities": [list(s) for s in spans], "labels": None,
                                      "facts": [list(f) for f in facts]})


def crossre(data: Path, split: str) -> Iterator[Document]:
    for path in sorted((data / "crossre").glob("*-%s.json" % split)):
        for row in _json_lines(path):
            build = TextBuilder()
            places = [build.token(word) for word in row["sentence"]]
            spans = sorted({(places[a][0], places[b][1]) for a, b, _ in row["ner"]})
            at = {span: i for i, span in enumerate(spans)}
            facts = []
            for a, b, c, d, label in (r[:5] for r in row["relations"]):
                one, two = (places[a][0], places[b][1]), (places[c][0], places[d][1])
                if one in at and two in at:
                    facts.append([at[one], at[two], label])
            yield Document(id=row["doc_key"], corpus="crossre", text=build.text,
                           relations={"scheme": "general", "entities": [list(s) for s in spans], "labels": None, "facts": facts})


def knowledge_net(data: Path, split: str) -> Iterator[Document]:
    files = ["train-fold1.jsonl", "train-fold2.jsonl"] if split == "train" else ["dev-fold3.jsonl"]
    passages: Dict[tuple, dict] = {}
    for name in files:
        for row in _json_lines(data / "knowledge-net" / name):
            key = (row["documentId"], row["passageStart"])
            one = passages.setdefault(key, {"text": row["passageText"], "labels": set(), "facts": set()})
            one["labels"].add(row["property"])
            if row["subjectStart"] is not None and row["objectStart"] is not None:
                shift = row["passageStart"]
                one["facts"].add((row["subjectStart"] - shift, row["subjectEnd"] - shift, row["objectStart"] - shift,
                                  row["objectEnd"] - shift, row["property"]))
    for (document, start), one in sorted(passages.items()):
        spans = sorted({f[:2] for f in one["facts"]} | {f[2:4] for f in one["facts"]})
        at = {span: i for i, span in enumerate(spans)}
        yield Document(id="kn-%s-%s" % (document, start), corpus="knowledge-net", text=one["text"],
                       relations={"scheme": "knowledge", "entities": [list(s) for s in spans],
                                  "labels": sorted(one["labels"]),
                                  "facts": sorted([at[f[:2]], at[f[2:4]], f[4]] for f in one["facts"])})


def in_dev_by_hash(name: str, key: str, percent: int) -> bool:
    """The hash rule of the corpora's READMEs."""
    from hashlib import sha256

    return int(sha256((name + "\n" + key).encode("utf-8")).hexdigest()[:8], 16) % 100 < percent


def companies(data: Path, split: str) -> Iterator[Document]:
    with open(data / "core-company-relations" / "train.json", encoding="utf-8") as source:
        rows = json.load(source)
    for row in rows:
        if in_dev_by_hash("core", row["id"], 10) != (split == "dev"):
            continue
        build = TextBuilder()
        places = [build.token(word) for word in row["context"]]
        spans = [[places[row[e + "_start"]][0], places[row[e + "_end"]][1]] for e in ("e1", "e2")]
        first, second = (1, 0) if row["invert_relation"] else (0, 1)
        facts = [] if row["relation"] == "undefined" else [[first, second, row["relation"]]]
        yield Document(id=row["id"], corpus="core-company-relations", text=build.text,
                       relations={"scheme": "companies", "entities": spans, "labels": None, "facts": facts})


LOADERS = {"polnear": polnear, "worldwide": worldwide, "politics": politics, "web_treebank": web_treebank, "gum": gum,
           "re3d": re3d, "crossre": crossre, "knowledge_net": knowledge_net, "companies": companies}
