// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>

#include <vector>

namespace songhe {

/// A cell of an old .xls as freexl tells it.
struct XlsCell {
    enum class Kind : quint8 { Text, Number, Date };
    qint32 row = 0;
    qint32 column = 0;
    Kind kind = Kind::Text;
    QByteArray text; ///< UTF-8; of a day: its ISO text
};

struct XlsSheet {
    QByteArray name;
    std::vector<XlsCell> cells;
};

/// Reads the cells of an .xls in a process of its own: freexl was seen to crash on damaged files, and a roster from a
/// stranger's stick must not take the program down nor its
/// memory. Whatever happens there is `Damaged` here.
class XlsCells {
    Q_DECLARE_TR_FUNCTIONS(songhe::XlsReader)

public:
    static Result<std::vector<XlsSheet>> read(const QString& path, Progress& progress);

private:
    static Failure torn(const char* what);
    static Failure locked();
    static Result<QByteArray> collected(int end, Progress& progress);
    static Result<std::vector<XlsSheet>> parsed(const QByteArray& bytes);
};

} // namespace songhe
