#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Completes the .ts files after lupdate.

English is its own source: every message becomes its own translation, 'row(s)' giving the singular and the plural.
Chinese words come from zh_CN.d/*.tsv (context, source, translation; \\n for a line break), where a change that brings
new strings may put them, and from what the .ts holds already. The strings that are still without Chinese are listed.
"""
import pathlib
import sys
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent


def plain(cell):
    return cell.replace("\\n", "\n").replace("\\t", "\t")


def chinese_words():
    words = {}
    for path in sorted((HERE / "zh_CN.d").glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#") or line.startswith("context\t"):
                continue
            cells = line.split("\t")
            if len(cells) != 3:
                sys.exit(f"{path.name}:{number}: three columns are wanted: context, source, translation")
            words[cells[0], plain(cells[1])] = plain(cells[2])
    return words


def english(source, form):
    return source.replace("(s)", "" if form == 0 else "s")


def finish(message, texts):
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        for form in list(translation):
            translation.remove(form)
        translation.text = None
        for text in texts:
            ET.SubElement(translation, "numerusform").text = text
    else:
        translation.text = texts[0]
    translation.attrib.pop("type", None)


def complete(path, translate, forms):
    tree = ET.parse(path)
    without = []
    for context in tree.getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            source = message.findtext("source")
            count = forms if message.get("numerus") == "yes" else 1
            texts = [translate(name, source, form) for form in range(count)]
            if all(text is not None for text in texts):
                finish(message, texts)
            elif message.find("translation").get("type") == "unfinished":
                without.append((name, source))
    ET.indent(tree, " ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + body + "\n", "utf-8")
    return without


def main():
    words = chinese_words()
    complete(HERE / "songhe_en.ts", lambda _, source, form: english(source, form), 2)
    without = complete(HERE / "songhe_zh_CN.ts", lambda name, source, _: words.get((name, source)), 1)
    for name, source in without:
        print(f"no Chinese yet: {name}\t{source!r}")


main()
