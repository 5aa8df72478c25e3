"""More articles than there are, of the same language: written from the word pairs of a corpus.

Every word follows one that it follows somewhere in the corpus, a few words are taken from one place before the text goes on
elsewhere, so that no two articles share more than chance has it, and none is taken for a repost. Words that no dictionary has
grow as in the corpus: of 23 million words there, 0.25 in a hundred are met for the first time.
"""
import itertools
import json
import random

MOST_WORDS = 3_000_000  # of the corpus
NEW_WORDS = 0.0025
LONGEST_RUN = 6
TITLE_WORDS = 12
LETTERS = "bcdfghklmnpqrstvxz"


class Source:
    """`articles`: how many the corpus has."""

    def __init__(self, lines, limit):
        self.words, self.lengths, self.dates, self.articles = [], [], [], 0
        for line in itertools.islice(lines, limit or None):
            self.articles += 1
            if len(self.words) > MOST_WORDS:
                continue
            article = json.loads(line)
            words = (article.get("body") or "").split()
            self.words += words
            self.lengths.append(len(words))
            self.dates.append(article.get("date") or "")
        self.places = {}
        for place, word in enumerate(self.words):
            self.places.setdefault(word, []).append(place)

    def _text(self, draw, length, new_word):
        words, last = [], len(self.words) - LONGEST_RUN - 1
        at = draw.randrange(last)
        while len(words) < length:
            run = draw.randint(1, LONGEST_RUN)
            words += self.words[at:at + run]
            if draw.random() < NEW_WORDS * run:
                words.append(new_word())
            at = min(draw.choice(self.places[self.words[at + run - 1]]) + 1, last)
        return words

    def write(self, path, count):
        """Writes so many articles as JSON Lines; their number."""
        draw, made = random.Random(1), []

        def new_word():
            # Half of those that are rare are met again, in articles near by.
            if made and draw.random() < 0.5:
                return draw.choice(made[-50:])
            number, word = len(made), ""
            while number or not word:
                number, letter = divmod(number, len(LETTERS))
                word += LETTERS[letter] + "aeiou"[letter % 5]
            made.append(word + "x")
            return made[-1]

        with open(path, "w", encoding="utf-8") as out:
            for number in range(count):
                sample = number % len(self.lengths)
                words = self._text(draw, max(20, self.lengths[sample]), new_word)
                lines = [" ".join(words[at:at + 80]) for at in range(0, len(words), 80)]
                title = " ".join(self._text(draw, TITLE_WORDS, new_word))
                out.write(json.dumps({"id": f"grown-{number}", "title": title, "date": self.dates[sample],
                                      "body": "\n".join(lines)}, ensure_ascii=False) + "\n")
        return count
