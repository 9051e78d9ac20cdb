// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessments/scale_shelf.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>

// Resources of a static library are linked in only when somebody asks for them; the macro must stand outside of any
// namespace.
static void initScaleResources()
{
    Q_INIT_RESOURCE(data);
}

namespace songhe {

using namespace Qt::StringLiterals;

Result<ScaleShelf> ScaleShelf::builtIn()
{
    initScaleResources();
    ScaleShelf shelf;
    const QDir folder(u":/scales"_s);
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Kind::Io, tr("The scale file %1 cannot be read.").arg(name), name);
        ASSIGN_OR_RETURN(Scale scale, Scale::read(file.readAll(), name));
        RETURN_IF_ERROR(shelf.add(std::move(scale)));
    }
    return shelf;
}

Result<void> ScaleShelf::add(Scale scale)
{
    if (find(scale.id))
        return fail(Error::Kind::Conflict, tr("The scale %1 is here already.").arg(scale.id));
    m_scales.push_back(std::make_shared<const Scale>(std::move(scale)));
    std::sort(m_scales.begin(), m_scales.end(),
              [](const auto& left, const auto& right) { return left->validFrom > right->validFrom; });
    return {};
}

const Scale* ScaleShelf::find(const QString& id) const
{
    for (const auto& scale : m_scales)
        if (scale->id == id)
            return scale.get();
    return nullptr;
}

Result<const Scale*> ScaleShelf::scale(const QString& id) const
{
    if (const Scale* found = find(id))
        return found;
    QStringList known;
    for (const auto& scale : m_scales)
        known << scale->id;
    return fail(Error::Kind::NotFound,
                tr("There is no assessment standard '%1'. Use one of: %2.").arg(id.left(40), known.join(u", "_s)));
}

std::vector<const Scale*> ScaleShelf::scales() const
{
    std::vector<const Scale*> all;
    for (const auto& scale : m_scales)
        all.push_back(scale.get());
    return all;
}

} // namespace songhe
