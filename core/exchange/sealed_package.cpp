// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sealed_package.h"

#include "core/exchange/age_stream.h"
#include "core/exchange/exchange_text.h"

#include <QtCore/QFile>

namespace songhe {

namespace sealed_package {

/// The sealed file, opened. Keeps what it reads from for as long as it lives.
class OpenedPackage final : public StreamDevice {
public:
    static Result<std::unique_ptr<QIODevice>> open(const QString& path, const AgeKeys& keys)
    {
        auto made = std::make_unique<OpenedPackage>();
        made->m_file.setFileName(path);
        if (!made->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(Error::Kind::NotFound,
                        ExchangeText::tr("%1 cannot be read. Check the name and the rights.").arg(path));
        ASSIGN_OR_RETURN(made->m_plain, AgeReader::open(made->m_file, keys));
        static_cast<QIODevice&>(*made).open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        return std::unique_ptr<QIODevice>(std::move(made));
    }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        auto count = readSome(*m_plain, data, most);
        if (!count)
            return failed(std::move(count).error());
        return *count > 0 || most == 0 ? *count : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QFile m_file;
    std::unique_ptr<AgeReader> m_plain;
};

} // namespace sealed_package

Result<std::unique_ptr<QIODevice>> openSealedPackage(const QString& path, const AgeKeys& keys)
{
    return sealed_package::OpenedPackage::open(path, keys);
}

} // namespace songhe
