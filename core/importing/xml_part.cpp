// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/xml_part.h"

namespace songhe {

XmlPart::XmlPart(std::unique_ptr<ZipPart> bytes)
    : m_bytes(std::move(bytes))
    , m_xml(m_bytes.get())
{ }

bool XmlPart::next()
{
    if (m_forged || m_xml.atEnd())
        return false;
    m_xml.readNext();
    if (m_xml.isDTD() || m_xml.isEntityReference()) {
        m_forged = true;
        return false;
    }
    return !m_xml.hasError() && !m_xml.isEndDocument();
}

bool XmlPart::starts(QStringView localName) const
{
    return m_xml.isStartElement() && m_xml.name() == localName;
}

bool XmlPart::ends(QStringView localName) const
{
    return m_xml.isEndElement() && m_xml.name() == localName;
}

QString XmlPart::attribute(QStringView localName) const
{
    for (const QXmlStreamAttribute& attribute : m_xml.attributes())
        if (attribute.name() == localName)
            return attribute.value().toString();
    return {};
}

QString XmlPart::textBelow(QStringView skip)
{
    QString text;
    int depth = 1;
    while (depth > 0 && next()) {
        if (m_xml.isStartElement()) {
            if (!skip.isEmpty() && m_xml.name() == skip)
                m_xml.skipCurrentElement();
            else
                ++depth;
        } else if (m_xml.isEndElement()) {
            --depth;
        } else if (m_xml.isCharacters()) {
            text += m_xml.text();
        }
    }
    return text;
}

Result<void> XmlPart::failed() const
{
    RETURN_IF_ERROR(m_bytes->failed());
    if (m_forged)
        return fail(
            Error::Kind::Damaged,
            tr("The workbook holds declarations that no spreadsheet program writes; it may have been forged and "
               "is not read. Ask for the file again."));
    if (m_xml.hasError())
        return fail(Error::Kind::Damaged,
                    tr("The workbook is damaged inside. Open it in your spreadsheet program, save it and try again."),
                    QString::number(m_xml.lineNumber()));
    return {};
}

} // namespace songhe
