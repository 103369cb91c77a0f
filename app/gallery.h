#pragma once

#include "app/desk.h"
#include "models/spectrum/spectralclass.h"

#include <QObject>
#include <QSize>

#include <vector>

/// Takes the program's own pictures of its pages: opens a desk, waits until all is loaded, goes to a galaxy
/// and a QSO with good signal, and writes the window as PNG files.
class Gallery : public QObject
{
    Q_OBJECT
public:
    Gallery(Desk& desk, QString folder, QObject* parent = nullptr);

    /// Emits finished() when the last picture is written.
    void start();

signals:
    /// `failures`: sentences about pictures that could not be taken; empty when all are there.
    void finished(const QStringList& written, const QStringList& failures);

private:
    struct Shot
    {
        QString fileName;
        SpectralClass subject;
        QSize size;
        QString theme;
    };

    void takeNext();
    void save(const Shot& shot);
    /// The queue row of the subject with the best S/N; -1: there is none.
    int rowOf(SpectralClass subject) const;

    Desk& m_desk;
    const QString m_folder;
    std::vector<Shot> m_shots;
    QStringList m_written;
    QStringList m_failures;
};
