#pragma once

#include "models/release/manifest.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct evp_md_ctx_st;

/// SHA-256 by OpenSSL, which uses what the processor has for it; Qt's takes three times as long or more.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Q_DISABLE_COPY(Sha256)

    void add(QByteArrayView bytes);
    /// 64 hexadecimal digits of all that was added; begins anew.
    QByteArray hex();

    /// The digest of some bytes at once.
    QByteArray hexOf(QByteArrayView bytes);

private:
    void begin();

    struct Deleter
    {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Deleter> m_context;
};

/// Reads a file of any size piece by piece.
Result<FileSum> fileSum(const QString& path);
