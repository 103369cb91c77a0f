#pragma once

#include "models/release/releasestatistics.h"

#include <QByteArray>
#include <QDate>

/// The numbers of a release as a web page of its own, without anything to fetch. In English whoever packs it,
/// so that the same release gives the same bytes.
QByteArray statisticsHtml(const ReleaseStatistics& statistics, const QString& title);

/// The same on A4 pages. Needs a QGuiApplication for its fonts. `date` is what the file says of its making.
QByteArray statisticsPdf(const ReleaseStatistics& statistics, const QString& title, QDate date);
