#pragma once

#include "app/spectra/spectrumaddress.h"
#include "models/spectrum/spectrum.h"
#include "models/values/result.h"

#include <QCache>
#include <QHash>
#include <QList>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <vector>

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
    /// Reads a spectrum before anything else; arrived() or failed() follows, once for each reading.
    void fetch(const SpectrumAddress& address);
    /// Reads these, most wanted first, when nothing more urgent is left, in place of what was expected
    /// before.
    void expect(const std::vector<SpectrumAddress>& addresses);
    /// Puts in a spectrum that was read elsewhere.
    void insert(const SpectrumPtr& spectrum);

signals:
    /// One that was asked for. Others of its file come without a word; find() has them.
    void arrived(const SpectrumAddress& address, const SpectrumPtr& spectrum);
    void failed(const SpectrumAddress& address, const Error& error);

private:
    void readNext();
    void take(const QString& file, const Result<std::vector<SpectrumPtr>>& spectra);
    void keep(const QString& file, std::vector<SpectrumPtr> spectra);

    QCache<QString, std::vector<SpectrumPtr>> m_files; ///< Whole files stay or go; cost in spectra
    QHash<QString, QList<SpectrumAddress>> m_inReading; ///< By file: who waits for it
    std::deque<SpectrumAddress> m_urgent; ///< To be read, the newest wish first
    std::deque<SpectrumAddress> m_expected; ///< To be read after those
    QThreadPool m_pool;
};
