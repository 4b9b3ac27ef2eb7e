"""What Arabic writes before and behind a word without a space, in folded spelling."""

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ك", "ل", "لل")  # ل and the article are written لل
ARTICLE = "ال"
PRONOUNS = ("ها", "هما", "هم", "هن", "ه", "كما", "كم", "ك", "كن", "نا", "ي")
