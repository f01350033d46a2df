"""Synthetic people, and visibly so: the family name says "Sample" in Vietnamese or English, the given name a role and a code."""

import hashlib
import random


# Nine countries whose nationals come with organisations only: with the 110 delegations' they make 119.
ELSEWHERE = "BRB BTN FJI ISL LIE MDG TTO VUT WSM".split()
UNION_STATES = "AUT BEL CZE FRA GRC IRL LUX POL PRT SVK SVN ESP SWE".split()
NEEDS = [["halal"], ["vegetarian"], ["no alcohol"], ["wheelchair"], ["nut allergy"]]

# By the end of each day, how many delegates are registered.
REGISTERED = [("2025-10-14", 860), ("2025-10-23", 1840), ("2025-10-25", 2120), ("2025-10-26", 9999)]


class Register:
    """Adds persons to a pack, each with a document number of its own."""

    def __init__(self, pack):
        self.pack = pack
        self.dice = random.Random("hanoi-2025 people")
        self.documents = 0

    def add(self, code, happened, role, nationality, title="", languages=("en",), **links):
        self.documents += 1
        home = nationality == "VNM"
        return self.pack.add(
            "people", code, happened, assumed="synthetic person",
            family_name="Mẫu" if home else "Sample", given_name=f"{role} {code}", public_name=f"{role} {code}",
            title=title, birth_date=f"{self.dice.randint(1955, 2001)}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}",
            document=f"TEST-{self.documents:06}", nationality=nationality,
            photo_hash=hashlib.sha256(f"synthetic photo {code}".encode()).hexdigest()[:32],
            languages=list(languages), needs=self.needs(), synthetic=True, **links,
        )

    def needs(self):
        return self.dice.choice(NEEDS) if self.dice.random() < 0.06 else []
