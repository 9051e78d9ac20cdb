// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSizeF>
#include <QtGui/QFont>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <cstdint>
#include <memory>
#include <vector>

class QIODevice;

class QPdfWriter;
class QPagedPaintDevice;
class QPicture;

namespace songhe::printing {

/// Paper to paint on. Everything is measured in tenths of a millimetre, whatever the device: 2100 × 2970 is A4.
class Sheets {
public:
    virtual ~Sheets() = default;
    /// Starts a sheet of this size (tenths of a millimetre); the first one too.
    void begin(QSizeF size);
    [[nodiscard]] QPainter& painter() { return *m_painter; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] int count() const { return m_count; }

protected:
    Sheets();
    virtual void start(QSizeF size, bool first) = 0;

    std::unique_ptr<QPainter> m_painter;

private:
    QSizeF m_size;
    int m_count = 0;
};

/// A PDF, or a printer: any paged device.
class PagedSheets final : public Sheets {
public:
    /// `device` outlives this.
    explicit PagedSheets(QPagedPaintDevice& device)
        : m_device(device)
    { }
    ~PagedSheets() override;
    /// False once the device could not be written.
    [[nodiscard]] bool good() const { return m_good; }
    void finish();

protected:
    void start(QSizeF size, bool first) override;

private:
    QPagedPaintDevice& m_device;
    bool m_good = true;
};

/// Pictures of the sheets, for the preview and for counting.
class ImageSheets final : public Sheets {
public:
    /// Sheets after the first `most` are counted, but their pictures are a dot: a claim of a year would fill the
    /// memory.
    explicit ImageSheets(double dotsPerInch, std::size_t most = SIZE_MAX)
        : m_dots(dotsPerInch)
        , m_most(most)
    { }
    ~ImageSheets() override;
    std::vector<QImage> take();

protected:
    void start(QSizeF size, bool first) override;

private:
    double m_dots;
    std::size_t m_most;
    std::vector<QImage> m_images;
};

/// Something that can be printed: paints itself on any sheets.
class Paper {
public:
    virtual ~Paper() = default;
    virtual void paint(Sheets& sheets) const = 0;
    [[nodiscard]] virtual QString title() const = 0;
};

struct Printed {
    QString file;
    int pages = 0;
    QString note; ///< what the person should know: no Chinese font on this machine
};

/// Writes a PDF of 300 dpi. A file is written whole or not at all.
Result<Printed> writePdf(const Paper& paper, const QString& file);
Result<QByteArray> pdfBytes(const Paper& paper);
/// For the preview on screen.
[[nodiscard]] std::vector<QImage> pictures(const Paper& paper, double dotsPerInch, std::size_t most = SIZE_MAX);

constexpr QSizeF a4 {2100, 2970};
constexpr QSizeF a5 {1480, 2100};
constexpr double rollWidth = 800; ///< the printable strip of an 80 mm roll is 720 of it

/// The program's type on paper. `height` is in tenths of a millimetre (35 is about 10 point).
[[nodiscard]] QFont paperFont(int height, bool strong = false);
[[nodiscard]] QFont codeFont(int height);
/// Empty where a Chinese font is installed; else what to do.
[[nodiscard]] QString fontProblem();

} // namespace songhe::printing
