// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/sheets.h"

#include <QtCore/QBuffer>
#include <QtCore/QSaveFile>
#include <QtGui/QFontDatabase>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

using namespace Qt::StringLiterals;

namespace songhe::printing {

namespace {

constexpr double tenthsPerInch = 254.0;
constexpr int pdfDots = 300;

/// The one of the wanted families that is installed; else any that writes simplified Chinese.
QString chineseFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const QString& family :
         {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Noto Sans SC"_s, u"WenQuanYi Micro Hei"_s,
          u"WenQuanYi Zen Hei"_s, u"Microsoft YaHei"_s, u"SimSun"_s, u"Noto Serif CJK SC"_s})
        if (installed.contains(family))
            return family;
    const QStringList able = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    return able.isEmpty() ? QString() : able.front();
}

} // namespace

Sheets::Sheets()
    : m_painter(std::make_unique<QPainter>())
{ }

void Sheets::begin(QSizeF size)
{
    start(size, m_count == 0);
    m_size = size;
    ++m_count;
}

PagedSheets::~PagedSheets()
{
    finish();
}

void PagedSheets::finish()
{
    if (m_painter->isActive() && !m_painter->end())
        m_good = false;
}

void PagedSheets::start(QSizeF size, bool first)
{
    const QPageSize page(size / 10.0, QPageSize::Millimeter, {}, QPageSize::ExactMatch);
    m_device.setPageSize(page);
    m_device.setPageMargins(QMarginsF());
    if (first)
        m_good = m_painter->begin(&m_device) && m_good;
    else
        m_good = m_device.newPage() && m_good;
    m_painter->resetTransform();
    const double dots = m_device.logicalDpiX() / tenthsPerInch;
    m_painter->scale(dots, dots);
}

ImageSheets::~ImageSheets()
{
    if (m_painter->isActive())
        m_painter->end();
}

void ImageSheets::start(QSizeF size, bool)
{
    if (m_painter->isActive())
        m_painter->end();
    const double dots = m_dots / tenthsPerInch;
    const QSize pixels = m_images.size() < m_most ? (size * dots).toSize() : QSize(1, 1);
    QImage& image = m_images.emplace_back(pixels, QImage::Format_RGB32);
    image.fill(Qt::white);
    m_painter->begin(&image);
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter->scale(dots, dots);
}

std::vector<QImage> ImageSheets::take()
{
    if (m_painter->isActive())
        m_painter->end();
    return std::move(m_images);
}

namespace {

Result<int> paintPdf(const Paper& paper, QIODevice& device)
{
    QPdfWriter writer(&device);
    writer.setResolution(pdfDots);
    writer.setTitle(paper.title());
    writer.setCreator(u"Songhe"_s);
    PagedSheets sheets(writer);
    paper.paint(sheets);
    sheets.finish();
    if (!sheets.good())
        return fail(Error::Kind::Io,
                    QCoreApplication::translate("songhe::printing",
                                                "The PDF could not be made. Check that the folder can be written."));
    return sheets.count();
}

} // namespace

Result<Printed> writePdf(const Paper& paper, const QString& file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return fail(
            Error::Kind::Io,
            QCoreApplication::translate("songhe::printing", "%1 cannot be written. Choose another folder.").arg(file),
            target.errorString());
    ASSIGN_OR_RETURN(const int pages, paintPdf(paper, target));
    if (!target.commit())
        return fail(Error::Kind::DiskFull,
                    QCoreApplication::translate(
                        "songhe::printing", "%1 could not be written whole. Is there room left? Nothing was changed.")
                        .arg(file),
                    target.errorString());
    return Printed {file, pages, fontProblem()};
}

Result<QByteArray> pdfBytes(const Paper& paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    ASSIGN_OR_RETURN([[maybe_unused]] const int pages, paintPdf(paper, buffer));
    buffer.close();
    return bytes;
}

std::vector<QImage> pictures(const Paper& paper, double dotsPerInch, std::size_t most)
{
    ImageSheets sheets(dotsPerInch, most);
    paper.paint(sheets);
    return sheets.take();
}

QFont paperFont(int height, bool strong)
{
    static const QString family = chineseFamily();
    QFont font;
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(height);
    font.setWeight(strong ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont codeFont(int height)
{
    QFont font(QStringList {u"Noto Sans Mono CJK SC"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s, u"monospace"_s});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(height);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString fontProblem()
{
    if (!chineseFamily().isEmpty())
        return {};
    return QCoreApplication::translate(
        "songhe::printing",
        "No Chinese font is installed, so characters may be missing on the paper. Install "
        "fonts-noto-cjk and print again.");
}

} // namespace songhe::printing
