#pragma once

#include <QHashFunctions>
#include <QString>

/// Where a spectrum is read from.
struct SpectrumAddress
{
    QString file;
    int indexInFile = 0;

    bool operator==(const SpectrumAddress&) const = default;
};

inline size_t qHash(const SpectrumAddress& address, size_t seed = 0)
{
    return qHashMulti(seed, address.file, address.indexInFile);
}
