// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/importing/xls_cells.h"

#include <QtCore/QDataStream>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include <csignal>
#include <fcntl.h>
#include <freexl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace songhe {

namespace xls_cells {

constexpr qsizetype mostBytes = 256 << 20;
constexpr int mostSheets = 256;
constexpr qint64 mostMilliseconds = 120'000;
/// A file names its own size, and freexl makes room for it at once: a full sheet of 65,536 rows by 256 columns takes
/// 256 MB, a forged one all there is.
constexpr rlim_t mostMemory = rlim_t(512) << 20;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer);
#else
constexpr bool sanitized = false;
#endif

enum class Tag : quint8 { Sheet, Cell, End };
enum class Outcome : quint8 { Read, Torn, Locked };

/// The reading process's side of the pipe. It touches nothing of the program's: no translation, no log, no store.
class Dump {
public:
    explicit Dump(int end)
        : m_end(end)
    { }

    Outcome readFile(const char* path);
    void end(Outcome outcome);

private:
    Outcome readSheet(const void* book, unsigned short number);
    void cell(unsigned int row, unsigned short column, const FreeXL_CellValue& value);
    void put(const QByteArray& bytes);
    void flush();

    int m_end;
    QByteArray m_buffer;
};

void Dump::flush()
{
    for (qsizetype sent = 0; sent < m_buffer.size();) {
        const ssize_t wrote = ::write(m_end, m_buffer.constData() + sent, std::size_t(m_buffer.size() - sent));
        if (wrote <= 0)
            _exit(1); // nobody listens any more
        sent += wrote;
    }
    m_buffer.clear();
}

void Dump::put(const QByteArray& bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() > (64 << 10))
        flush();
}

/// Files keep numbers in binary; whole ones are spelled out, others with all their digits.
QByteArray spelled(double number)
{
    if (number > -1e15 && number < 1e15 && number == double(qint64(number)))
        return QByteArray::number(qint64(number));
    return QByteArray::number(number, 'g', 17);
}

void Dump::cell(unsigned int row, unsigned short column, const FreeXL_CellValue& value)
{
    XlsCell::Kind kind = XlsCell::Kind::Text;
    QByteArray text;
    switch (value.type) {
    case FREEXL_CELL_INT:
        kind = XlsCell::Kind::Number;
        text = QByteArray::number(value.value.int_value);
        break;
    case FREEXL_CELL_DOUBLE:
        kind = XlsCell::Kind::Number;
        text = spelled(value.value.double_value);
        break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
        kind = XlsCell::Kind::Date;
        text = value.value.text_value;
        break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
        text = value.value.text_value;
        break;
    default:
        return;
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint8(Tag::Cell) << qint32(row) << qint32(column) << quint8(kind) << text;
    put(bytes);
}

Outcome Dump::readSheet(const void* book, unsigned short number)
{
    const char* name = nullptr;
    unsigned int rows = 0;
    unsigned short columns = 0;
    if (freexl_get_worksheet_name(book, number, &name) != FREEXL_OK
        || freexl_select_active_worksheet(book, number) != FREEXL_OK
        || freexl_worksheet_dimensions(book, &rows, &columns) != FREEXL_OK)
        return Outcome::Torn;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint8(Tag::Sheet) << QByteArray(name);
    put(bytes);
    for (unsigned int row = 0; row < rows; ++row) {
        for (unsigned short column = 0; column < columns; ++column) {
            FreeXL_CellValue value;
            if (freexl_get_cell_value(book, row, column, &value) != FREEXL_OK)
                return Outcome::Torn;
            cell(row, column, value);
        }
    }
    return Outcome::Read;
}

Outcome Dump::readFile(const char* path)
{
    const void* book = nullptr;
    const int state = freexl_open(path, &book);
    unsigned int lock = FREEXL_UNKNOWN;
    if (book && freexl_get_info(book, FREEXL_BIFF_PASSWORD, &lock) == FREEXL_OK && lock == FREEXL_BIFF_OBFUSCATED)
        return Outcome::Locked;
    unsigned int sheets = 0;
    if (state != FREEXL_OK || freexl_get_info(book, FREEXL_BIFF_SHEET_COUNT, &sheets) != FREEXL_OK)
        return Outcome::Torn;
    for (unsigned int number = 0; number < sheets && number < mostSheets; ++number)
        if (readSheet(book, static_cast<unsigned short>(number)) != Outcome::Read)
            return Outcome::Torn;
    return Outcome::Read;
}

void Dump::end(Outcome outcome)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quint8(Tag::End) << quint8(outcome);
    put(bytes);
    flush();
}

/// What the program itself has mapped counts too: the limit is set above it.
void limitMemory()
{
    if (sanitized)
        return;                                      // the sanitizer's shadow is larger than any limit
    QFile sizes(QStringLiteral("/proc/self/statm")); // in pages, the whole first
    if (!sizes.open(QIODevice::ReadOnly))
        return;
    const rlim_t mapped = sizes.readAll().split(' ').constFirst().toULongLong() * rlim_t(sysconf(_SC_PAGESIZE));
    const rlimit memory {mapped + mostMemory, mapped + mostMemory};
    setrlimit(RLIMIT_AS, &memory);
}

[[noreturn]] void runReader(const char* path, int end)
{
    for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTERM, SIGPIPE})
        std::signal(signal, SIG_DFL); // no handler of the program's runs here
    const rlimit noCore {0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    const rlimit seconds {rlim_t(mostMilliseconds / 1000), rlim_t(mostMilliseconds / 1000)};
    setrlimit(RLIMIT_CPU, &seconds);
    limitMemory();
    Dump dump(end);
    dump.end(dump.readFile(path));
    _exit(0);
}

/// Ends and buries the reading process, whatever happens on the way.
struct Reading {
    pid_t process = -1;
    int end = -1;

    Reading() = default;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading()
    {
        if (end >= 0)
            ::close(end);
        if (process > 0) {
            ::kill(process, SIGKILL);
            ::waitpid(process, nullptr, 0);
        }
    }
};

} // namespace xls_cells

Failure XlsCells::torn(const char* what)
{
    return fail(Error::Kind::Damaged,
                tr("The .xls file is damaged and cannot be read. Open it in your spreadsheet program, save it as .xlsx "
                   "and import that file."),
                QString::fromLatin1(what));
}

Failure XlsCells::locked()
{
    return fail(Error::Kind::Refused,
                tr("The workbook is protected by a password. Open it in your spreadsheet program, save it without a "
                   "password and import that file."));
}

Result<QByteArray> XlsCells::collected(int end, Progress& progress)
{
    QByteArray bytes;
    QElapsedTimer running;
    running.start();
    for (;;) {
        RETURN_IF_ERROR(progress.step(0, 1));
        if (running.elapsed() > xls_cells::mostMilliseconds)
            return torn("too long");
        pollfd waiting {end, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, 100);
        if (ready < 0 && errno != EINTR)
            return torn("poll");
        if (ready <= 0)
            continue;
        char chunk[65536];
        const ssize_t got = ::read(end, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return bytes;
        bytes.append(chunk, got);
        if (bytes.size() > xls_cells::mostBytes)
            return torn("too much");
    }
}

Result<std::vector<XlsSheet>> XlsCells::parsed(const QByteArray& bytes)
{
    using xls_cells::Outcome;
    using xls_cells::Tag;
    std::vector<XlsSheet> sheets;
    QDataStream stream(bytes);
    while (!stream.atEnd() && stream.status() == QDataStream::Ok) {
        quint8 tag = 0;
        quint8 kind = 0;
        stream >> tag;
        if (tag == quint8(Tag::Sheet)) {
            stream >> sheets.emplace_back().name;
        } else if (tag == quint8(Tag::Cell) && !sheets.empty()) {
            XlsCell cell;
            stream >> cell.row >> cell.column >> kind >> cell.text;
            cell.kind = XlsCell::Kind(kind);
            sheets.back().cells.push_back(std::move(cell));
        } else if (tag == quint8(Tag::End)) {
            stream >> kind;
            if (kind == quint8(Outcome::Locked))
                return locked();
            if (kind != quint8(Outcome::Read))
                return torn("cells");
            return sheets;
        } else {
            break;
        }
    }
    return torn("ended early"); // the reading process died
}

Result<std::vector<XlsSheet>> XlsCells::read(const QString& path, Progress& progress)
{
    const QByteArray file = QFile::encodeName(path);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return torn("pipe");
    xls_cells::Reading reading;
    reading.end = ends[0];
    reading.process = ::fork();
    if (reading.process == 0)
        xls_cells::runReader(file.constData(), ends[1]);
    ::close(ends[1]);
    if (reading.process < 0)
        return torn("fork");
    ASSIGN_OR_RETURN(const QByteArray bytes, collected(reading.end, progress));
    return parsed(bytes);
}

} // namespace songhe
