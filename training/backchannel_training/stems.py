"""Stems of English words, after Porter 1980, and the irregular verbs. ``src/text/kin/stem-of.ts`` does the same; a change here
is a change there: both are tested with the same list of words."""
import functools
import re

# Forms that no suffix tells. Past and participle, or plural, each to its base.
_IRREGULAR = """am be|are be|is be|was be|were be|been be|arose arise|arisen arise|awoke awake|bore bear|borne bear|beaten beat|became become|began begin|begun begin|bent bend|
bound bind|bit bite|bitten bite|bled bleed|blew blow|blown blow|broke break|broken break|bred breed|brought bring|built build|burnt burn|bought buy|caught catch|chose choose|
chosen choose|clung cling|came come|crept creep|dealt deal|did do|done do|dug dig|drew draw|drawn draw|drank drink|drunk drink|drove drive|driven drive|dwelt dwell|ate eat|
eaten eat|fell fall|fallen fall|fed feed|felt feel|fought fight|found find|fled flee|flung fling|flew fly|flown fly|forbade forbid|forbidden forbid|forgot forget|forgotten forget|
forgave forgive|forgiven forgive|froze freeze|frozen freeze|got get|gotten get|gave give|given give|went go|gone go|grew grow|grown grow|hung hang|had have|has have|heard hear|
hid hide|hidden hide|held hold|kept keep|knelt kneel|knew know|known know|laid lay|led lead|leapt leap|learnt learn|left leave|lent lend|lay lie|lain lie|lit light|lost lose|
made make|meant mean|met meet|mistook mistake|mistaken mistake|overcame overcome|overthrew overthrow|overthrown overthrow|paid pay|proven prove|ran run|rang ring|rung ring|rode ride|
ridden ride|rose rise|risen rise|said say|saw see|seen see|sought seek|sold sell|sent send|shook shake|shaken shake|shone shine|shot shoot|shown show|shrank shrink|sang sing|
sung sing|sank sink|sunk sink|sat sit|slept sleep|slid slide|spoke speak|spoken speak|sped speed|spent spend|spun spin|sprang spring|stood stand|stole steal|stolen steal|
stuck stick|struck strike|stricken strike|strove strive|swore swear|sworn swear|swept sweep|swam swim|swung swing|took take|taken take|taught teach|tore tear|torn tear|told tell|
thought think|threw throw|thrown throw|understood understand|undertook undertake|undertaken undertake|undid undo|undone undo|woke wake|woken wake|wore wear|worn wear|won win|
withdrew withdraw|withdrawn withdraw|withheld withhold|withstood withstand|wound wind|wrote write|written write|men man|women woman|children child|people person|lives life|
wives wife|thieves thief|deaths death|died die|dying die|dies die|dead die|death die|lying lie|tying tie"""
IRREGULAR = dict(pair.split() for pair in _IRREGULAR.replace("\n", "").split("|"))

_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")


def _measure(stem: str) -> int:
    kinds = "".join("v" if _is_vowel(stem, i) else "c" for i in range(len(stem)))
    return len(re.findall("v+c+", kinds))


def _is_vowel(word: str, i: int) -> bool:
    c = word[i]
    return c in "aeiou" or (c == "y" and i > 0 and not _is_vowel(word, i - 1))


def _has_vowel(stem: str) -> bool:
    return any(_is_vowel(stem, i) for i in range(len(stem)))


def _double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and not _is_vowel(word, len(word) - 1)


def _cvc(word: str) -> bool:
    n = len(word)
    return n > 2 and not _is_vowel(word, n - 1) and _is_vowel(word, n - 2) and not _is_vowel(word, n - 3) and word[-1] not in "wxy"


_STEP2 = [("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("isation", "ize"), ("ization", "ize"), ("abli", "able"),
          ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
          ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble")]
_STEP3 = [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")]
_STEP4 = ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou"]


def _swap(word: str, pairs) -> str:
    for end, fresh in pairs:
        if word.endswith(end):
            stem = word[:-len(end)]
            return stem + fresh if _measure(stem) > 0 else word
    return word


@functools.lru_cache(maxsize=None)
def stem_of(word: str) -> str:
    """Of one word; of a word with signs or digits in it, the word itself in lower case."""
    word = word.lower()
    word = IRREGULAR.get(word, word)
    if len(word) <= 2 or not re.fullmatch("[a-z]+", word):
        return word
    if word.endswith("sses") or word.endswith("ies"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    again = False
    if word.endswith("eed"):
        if _measure(word[:-3]) > 0:
            word = word[:-1]
    elif word.endswith("ed") and _has_vowel(word[:-2]):
        word, again = word[:-2], True
    elif word.endswith("ing") and _has_vowel(word[:-3]):
        word, again = word[:-3], True
    if again:
        if word.endswith(("at", "bl", "iz")):
            word += "e"
        elif _double(word) and word[-1] not in "lsz":
            word = word[:-1]
        elif _measure(word) == 1 and _cvc(word):
            word += "e"
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _swap(_swap(word, _STEP2), _STEP3)
    for end in _STEP4:
        if word.endswith(end):
            stem = word[:-len(end)]
            if _measure(stem) > 1 and (end != "ion" or stem.endswith(("s", "t"))):
                word = stem
            break
    if word.endswith("e"):
        stem = word[:-1]
        if _measure(stem) > 1 or (_measure(stem) == 1 and not _cvc(stem)):
            word = stem
    if _measure(word) > 1 and _double(word) and word[-1] == "l":
        word = word[:-1]
    return word
