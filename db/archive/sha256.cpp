#include "db/archive/sha256.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/evp.h>

namespace {
constexpr qint64 pieceSize = qint64(1) << 20;
}

void Sha256::Deleter::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    begin();
}

Sha256::~Sha256() = default;

void Sha256::begin()
{
    static const auto* algorithm = EVP_sha256();
    EVP_DigestInit_ex(m_context.get(), algorithm, nullptr);
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray Sha256::hex()
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size);
    begin();
    return digest.left(static_cast<qsizetype>(size)).toHex();
}

QByteArray Sha256::hexOf(QByteArrayView bytes)
{
    begin();
    add(bytes);
    return hex();
}

Result<FileSum> fileSum(const QString& path)
{
    QFile file(path);
    Sha256 digest;
    FileSum sum;
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        QByteArray piece(pieceSize, Qt::Uninitialized);
        for (qint64 got = 1; got > 0; sum.size += std::max<qint64>(got, 0)) {
            got = file.read(piece.data(), piece.size());
            if (got > 0)
                digest.add(QByteArrayView(piece).first(got));
        }
    }
    if (file.error() != QFileDevice::NoError)
        return Error {file.exists() ? ErrorKind::BadFile : ErrorKind::NotFound,
                      QCoreApplication::translate("Sha256", "%1 cannot be read.").arg(path),
                      file.errorString()};
    sum.sha256 = digest.hex();
    return sum;
}
