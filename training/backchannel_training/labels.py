"""Every label the heads can give, in the order of the model's outputs. Written beside the weights as labels.json."""

NAME_TYPES = {
    "world": ["Person", "Organization", "Location", "Facility", "NORP", "Misc", "Product", "Money", "Date"],
    "politics": ["politician", "person", "organisation", "politicalparty", "event", "election", "country", "location", "misc"],
    "defence": ["Person", "Organisation", "Location", "Temporal", "Weapon", "MilitaryPlatform", "Quantity", "Nationality",
                "DocumentReference", "Money"],
    "web": ["PER", "ORG", "LOC"],
}

# What one trigger's role layer can give a word. Roles of a cue, then of a predicate.
ATTRIBUTION_ROLES = ["source", "cue", "content"]
# Labels with at least 20 examples in train; the rest count as nothing here (1 argument in 300).
PREDICATE_ROLES = [
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-ADV", "ARGM-MOD", "ARGM-NEG", "ARGM-ADJ", "ARGM-LOC", "ARGM-MNR",
    "ARGM-DIS", "ARGM-EXT", "ARGM-PRP", "ARGM-CAU", "ARGM-PRR", "ARGM-LVB", "ARGM-DIR", "ARGM-PRD", "ARGM-GOL", "ARGM-CXN",
    "ARGM-COM", "ARGM-REC", "R-ARG0", "R-ARG1", "R-ARG2", "R-ARGM-LOC", "R-ARGM-TMP", "C-ARG0", "C-ARG1", "C-ARG2", "C-ARGM-CXN",
]
# A predicate has each numbered argument once; what goes on elsewhere is labelled C-ARG.
ONCE = frozenset(k for k, role in enumerate(PREDICATE_ROLES) if role.startswith("ARG") and role[3:].isdigit())
ROLES = {"cue": ATTRIBUTION_ROLES, "predicate": PREDICATE_ROLES}
TRIGGERS = ["cue", "predicate"]

MENTION_TYPES = ["person", "organization", "place", "object", "event", "abstract", "time", "substance", "plant", "animal"]

RELATIONS = {
    "defence": ["AlliesOf", "Apart", "BelongsTo", "CoLocated", "CommWith", "Dislikes", "FightingAgainst", "HasAttrOf",
                "InChargeOf", "IsSynonymOf", "Likes"],
    "general": ["artifact", "cause-effect", "compare", "general-affiliation", "named", "opposite", "origin", "part-of",
                "physical", "related-to", "role", "social", "temporal", "topic", "type-of", "usage", "win-defeat"],
    "knowledge": ["CEO", "CHILD_OF", "DATE_FOUNDED", "DATE_OF_BIRTH", "DATE_OF_DEATH", "EDUCATED_AT", "EMPLOYEE_OR_MEMBER_OF",
                  "FOUNDED_BY", "HEADQUARTERS", "NATIONALITY", "PLACE_OF_BIRTH", "PLACE_OF_RESIDENCE", "POLITICAL_AFFILIATION",
                  "SPOUSE", "SUBSIDIARY_OF"],
    "companies": ["acquired_by", "brand_of", "client_of", "collaboration", "competitor_of", "merged_with",
                  "product_or_service_of", "regulated_by", "shareholder_of", "subsidiary_of", "traded_on"],
}


def tags_of(types):
    """O, then B- and I- of each type: tag 0, 1 + 2k, 2 + 2k."""
    return ["O"] + [mark + kind for kind in types for mark in ("B-", "I-")]
