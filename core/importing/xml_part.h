// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/importing/zip_parts.h"

#include <QtCore/QXmlStreamReader>

namespace songhe {

/// Streams one XML part of a workbook. A document type (and with it any entity of a stranger's making) is refused.
///
///     while (part.next())
///         if (part.starts(u"row")) …
///     RETURN_IF_ERROR(part.failed());
class XmlPart {
    Q_DECLARE_TR_FUNCTIONS(songhe::XmlPart)

public:
    explicit XmlPart(std::unique_ptr<ZipPart> bytes);

    /// False at the end and at an error; `failed()` tells which.
    bool next();
    [[nodiscard]] bool starts(QStringView localName) const;
    [[nodiscard]] bool ends(QStringView localName) const;
    [[nodiscard]] QString attribute(QStringView localName) const; ///< whatever its namespace
    /// All text up to the end of the element just entered, without that of elements named in `skip`.
    [[nodiscard]] QString textBelow(QStringView skip = {});
    void skipElement() { m_xml.skipCurrentElement(); }
    [[nodiscard]] QStringView text() const { return m_xml.text(); }
    [[nodiscard]] bool isText() const { return m_xml.isCharacters(); }
    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    [[nodiscard]] bool isStart() const { return m_xml.isStartElement(); }
    [[nodiscard]] bool isEnd() const { return m_xml.isEndElement(); }
    [[nodiscard]] Result<void> failed() const;

private:
    std::unique_ptr<ZipPart> m_bytes;
    QXmlStreamReader m_xml;
    bool m_forged = false;
};

} // namespace songhe
