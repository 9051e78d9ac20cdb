#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes readings.tsv, the Mandarin readings of characters without tones, from Debian's package unicode-data.

    apt-get install unicode-data
    resources/readings/make.py [/usr/share/unicode/Unihan_Readings.txt.bz2]

One line a syllable: the syllable, the characters whose first reading it is (kMandarin), the characters that have it
too: the rest of kMandarin, all of kHanyuPinyin, and of kTGHZ2013, kXHC1983 and kHanyuPinlu, since kHanyuPinyin knows
traditional characters only. ü is written v, as people type it.
surnames.tsv beside it is written by hand.
"""
import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SOURCE = Path("/usr/share/unicode/Unihan_Readings.txt.bz2")


def toneless(syllable):
    plain = ""
    for sign in unicodedata.normalize("NFD", unicodedata.normalize("NFC", syllable).lower()):
        if sign == "\u0308" and plain.endswith("u"):
            plain = plain[:-1] + "v"
        elif not unicodedata.combining(sign):
            plain += sign
    return plain if re.fullmatch("[a-z]+", plain) else ""


def main():
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    readings = defaultdict(lambda: ([], []))
    with bz2.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            code, field, value = line.rstrip("\n").split("\t")
            character = chr(int(code[2:], 16))
            if field == "kMandarin":
                readings[character][0].extend(value.split())
            elif field in ("kHanyuPinyin", "kTGHZ2013", "kXHC1983"):
                for place in value.split():
                    readings[character][1].extend(place.split(":")[1].split(","))
            elif field == "kHanyuPinlu":
                readings[character][1].extend(re.sub(r"\(\d+\)", "", value).split())
    first, also = defaultdict(str), defaultdict(str)
    for character in sorted(readings):
        mandarin, dictionary = readings[character]
        known = [each for each in dict.fromkeys(toneless(each) for each in mandarin + dictionary) if each]
        for number, syllable in enumerate(known):
            (first if number == 0 else also)[syllable] += character
    syllables = sorted({*first, *also})
    target = Path(__file__).with_name("readings.tsv")
    target.write_text("".join(f"{each}\t{first[each]}\t{also[each]}\n" for each in syllables), "utf-8")
    print(f"{len(readings)} characters, {len(syllables)} syllables -> {target}")


main()
