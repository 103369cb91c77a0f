#pragma once

#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <vector>

/// Where a spectrum is read from.
struct SpectrumAddress
{
    QString file;
    int indexInFile = 0;

    bool operator==(const SpectrumAddress&) const = default;
};

size_t qHash(const SpectrumAddress& address, size_t seed = 0);

/// The spectra around the one on screen, read ahead on threads of its own so that the next one is in memory
/// before its key is pressed. Lives on the GUI thread.
class SpectrumCache : public QObject
{
    Q_OBJECT
public:
    explicit SpectrumCache(QObject* parent = nullptr);
    ~SpectrumCache() override;

    /// The spectrum if it is in memory, else nullptr.
    SpectrumPtr find(const SpectrumAddress& address) const;
    /// Reads a spectrum before anything else; arrived() or failed() follows. Does nothing while it is being
    /// read.
    void fetch(const SpectrumAddress& address);
    /// Reads these, most wanted first, when nothing more urgent is left.
    void expect(const std::vector<SpectrumAddress>& addresses);
    /// Puts in a spectrum that was read elsewhere.
    void insert(const SpectrumPtr& spectrum);

signals:
    void arrived(const SpectrumAddress& address, const SpectrumPtr& spectrum);
    void failed(const SpectrumAddress& address, const Error& error);

private:
    void startReading(const SpectrumAddress& address, int priority);
    void take(const SpectrumAddress& address, const Result<std::vector<SpectrumPtr>>& spectra);

    QCache<SpectrumAddress, SpectrumPtr> m_spectra;
    QSet<QString> m_filesInReading;
    QThreadPool m_pool;
};
