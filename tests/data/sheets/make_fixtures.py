#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables in this folder. Each is named after its flaw, or after what is unusual about it. Run it here; the
results are kept, since a test must not depend on Python. reader_crashes.xls was found by changing bytes at random."""
import os
import struct
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROSTER = os.path.join(HERE, "..", "roster")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def path(name):
    return os.path.join(HERE, name)


def save(name, data):
    with open(path(name), "wb") as file:
        file.write(data)


def pack(name, parts):
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for part, text in parts:
            info = zipfile.ZipInfo(part, (2021, 9, 30, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, text)


def xlsx(name, sheet, strings=None, styles=None, main=MAIN, prolog="", workbook_attributes="", extra=()):
    relations = f'<Relationship Id="s1" Type="{REL}/worksheet" Target="worksheets/Sheet1.XML"/>'
    if strings is not None:
        relations += f'<Relationship Id="t" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
    if styles is not None:
        relations += f'<Relationship Id="y" Type="{REL}/styles" Target="/xl/styles.xml"/>'
    parts = [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="w" Type="{REL}/officeDocument" '
                        'Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{REL}"><workbookPr {workbook_attributes}/><sheets>'
                            '<sheet name="名册" sheetId="1" r:id="s1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'),
        ("xl/worksheets/sheet1.xml", f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<worksheet xmlns="{main}">'
                                     f'{sheet}</worksheet>'),
    ]
    if strings is not None:
        parts.append(("xl/sharedStrings.xml", f'<sst xmlns="{main}">{strings}</sst>'))
    if styles is not None:
        parts.append(("xl/styles.xml", f'<styleSheet xmlns="{main}">{styles}</styleSheet>'))
    pack(name, parts + list(extra))


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def row(*texts):
    return "<row>" + "".join(inline(text) for text in texts) + "</row>"


def ods(name, rows, manifest=""):
    spaces = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
              'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
              'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
    pack(name, [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml",
         '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
         f'<manifest:file-entry manifest:full-path="content.xml">{manifest}</manifest:file-entry></manifest:manifest>'),
        ("content.xml", f'<office:document-content {spaces}><office:body><office:spreadsheet>'
                        f'<table:table table:name="名册">{rows}</table:table></office:spreadsheet></office:body>'
                        '</office:document-content>'),
    ])


def flawed():
    whole = open(os.path.join(ROSTER, "roster.xlsx"), "rb").read()
    save("torn.xlsx", whole[:len(whole) * 2 // 3])
    changed = bytearray(whole)
    with zipfile.ZipFile(os.path.join(ROSTER, "roster.xlsx")) as packed:
        info = packed.getinfo("xl/worksheets/sheet1.xml")
        changed[info.header_offset + info.compress_size // 2] ^= 0x55
    save("bytes_changed.xlsx", bytes(changed))
    xlsx("zip_bomb.xlsx", "<sheetData>" + " " * (60 << 20) + "</sheetData>")
    xlsx("entities.xlsx", f"<sheetData>{row('姓名', '&b;')}</sheetData>",
         prolog='<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>')
    xlsx("external_entity.xlsx", f"<sheetData>{row('姓名', '&x;')}</sheetData>",
         prolog='<!DOCTYPE worksheet [<!ENTITY x SYSTEM "secret.txt">]>')
    xlsx("cut_off_inside.xlsx", "<sheetData><row><c><v>1</v>")
    xlsx("rows_too_many.xlsx", '<sheetData><row r="900000"><c r="A900000"><v>1</v></c></row></sheetData>')
    xlsx("columns_too_many.xlsx", '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>')
    cells = "".join(f'<row r="{n}"><c r="ALJ{n}"><v>1</v></c></row>' for n in range(1, 8001))
    xlsx("cells_too_many.xlsx", f"<sheetData>{cells}</sheetData>")
    xlsx("part_twice.xlsx", f"<sheetData>{row('姓名')}</sheetData>",
         extra=[("XL/worksheets/sheet1.xml", "<worksheet/>")])
    xlsx("no_such_string.xlsx", '<sheetData><row><c t="s"><v>7</v></c><c><v>1</v></c></row></sheetData>', strings="")
    ods("repeats_huge.ods", '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'office:value-type="string" table:number-columns-repeated="16384"><text:p>王</text:p></table:table-cell>'
        "</table:table-row>")
    ods("password.ods", "", "<manifest:encryption-data/>")
    save("password.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le")
         + bytes(500))
    old = bytearray(open(os.path.join(ROSTER, "roster.xls"), "rb").read())
    start = old.find(struct.pack("<HH", 0x0809, 16))  # BOF; the record behind it becomes FILEPASS
    old[start + 20:start + 22] = struct.pack("<H", 0x002F)
    save("password.xls", bytes(old))
    save("torn.xls", bytes(old[:3000]))
    save("empty.csv", b"")
    save("blank.csv", b",,,\r\n,,,\r\n")
    save("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    save("noise.csv", bytes((n * 89 + 7) % 255 + 1 for n in range(600)))
    save("web_page.xls", "<html><table><tr><td>姓名</td></tr></table></html>".encode())
    save("quote_never_ends.csv", '姓名,备注\r\n王秀英,"没有结尾\r\n李玉山,\r\n'.encode())


def unusual():
    save("semicolon_bom.csv", '\ufeff姓名;地址\r\n王秀英;"友谊大街,19号;2栋"\r\n'.encode())
    save("tab_utf16.csv", "姓名\t地址\r\n王秀英\t友谊大街\r\n".encode("utf-16"))
    save("lines_in_cell.csv", '姓名,备注\n王秀英,"第一行\n第二行, ""引号"""\n𠮷田·艾山,"=""150205"""\n'.encode())
    save("rare_gb18030.csv", "姓名,地址\r\n𠮷永贵,㙍村\r\n".encode("gb18030"))
    save("formula_text.csv", '姓名,身份证号码\r\n王秀英,="150205193706269810"\r\n'.encode())
    date_styles = ('<numFmts count="2"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
                   '<numFmt numFmtId="171" formatCode="&quot;day&quot;0.00"/></numFmts><cellXfs><xf numFmtId="0"/>'
                   '<xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>')
    xlsx("dates.xlsx", '<sheetData><row r="1"><c r="A1" s="1"><v>13692</v></c><c r="B1" s="2"><v>13692.75</v></c>'
         '<c r="C1" s="3"><v>13692</v></c><c r="D1"><v>13692</v></c><c r="E1" s="1"><v>59</v></c>'
         '<c r="F1" s="1"><v>1.502021943012E+17</v></c></row></sheetData>', styles=date_styles)
    xlsx("dates_1904.xlsx", '<sheetData><row r="1"><c r="A1" s="1"><v>12230</v></c></row></sheetData>',
         styles=date_styles, workbook_attributes='date1904="1"')
    xlsx("rich_text_strict.xlsx",
         '<sheetData><row><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>王_x000A_英</v></c>'
         '<c t="e"><v>#N/A</v></c></row></sheetData>', main=STRICT,
         strings="<si><r><t>王</t></r><r><t>秀英</t></r><rPh><t>wang</t></rPh></si>")
    xlsx("roster_merged_cells.xlsx",
         '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>2021年花名册</t></is></c></row>'
         '<row r="2"><c r="A2" t="inlineStr"><is><t>姓名</t></is></c><c r="B2" t="inlineStr"><is><t>身份证号</t></is></c>'
         '<c r="C2" t="inlineStr"><is><t>紧急联系人</t></is></c><c r="E2" t="inlineStr"><is><t>现住址</t></is></c></row>'
         '<row r="3"><c r="C3" t="inlineStr"><is><t>姓名</t></is></c><c r="D3" t="inlineStr"><is><t>电话</t></is></c></row>'
         '<row r="4"><c r="A4" t="inlineStr"><is><t>查振华</t></is></c><c r="B4" t="inlineStr"><is>'
         '<t>150205193706269810</t></is></c><c r="C4" t="inlineStr"><is><t>查强</t></is></c><c r="D4" t="inlineStr"><is>'
         '<t>13800138000</t></is></c><c r="E4" t="inlineStr"><is><t>包头市石拐区友谊大街19号</t></is></c></row>'
         '<row r="5"><c r="A5" t="inlineStr"><is><t>邵长顺</t></is></c><c r="B5" t="inlineStr"><is>'
         '<t>150204193411079810</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:E1"/>'
         '<mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/><mergeCell ref="E2:E3"/>'
         '<mergeCell ref="E4:E5"/></mergeCells>')
    ods("comment_in_cell.ods", '<table:table-row><table:table-cell office:value-type="string"><office:annotation>'
        '<text:p>批注</text:p></office:annotation><text:p>王<text:s text:c="2"/>英</text:p><text:p>二</text:p>'
        '</table:table-cell><table:table-cell office:value-type="float" office:value="1.5E+017"><text:p>1.5E+17</text:p>'
        '</table:table-cell><table:table-cell office:value-type="date" office:date-value="1937-06-26T00:00:00">'
        '<text:p>37年6月</text:p></table:table-cell></table:table-row>')


flawed()
unusual()
