#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

/// Compresses what comes piece by piece into one gzip member without name and time, with isa-l, so that the
/// same bytes give the same bytes however they are cut into pieces of the same sizes. Memory does not grow.
class GzipStream
{
public:
    GzipStream();
    ~GzipStream();
    Q_DISABLE_COPY_MOVE(GzipStream)

    /// Appends to `packed` what can be told already of these bytes; with `last` the rest of the member, too.
    Result<void> add(QByteArrayView bytes, bool last, QByteArray& packed);

private:
    struct State;
    std::unique_ptr<State> m_state;
};
