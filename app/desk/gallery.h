#pragma once

#include "app/desk/desk.h"
#include "models/check/fiberproblem.h"
#include "models/check/secondlook.h"
#include "models/spectrum/spectralclass.h"

#include <QObject>
#include <QSize>

#include <functional>
#include <vector>

/// Takes the program's own pictures of its pages: opens a desk, waits until all is loaded, brings each page
/// to a telling state, and writes the window as PNG files.
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
        QSize size;
        QString theme;
        /// Brings the page to what is to be seen; false when there is nothing to take a picture of.
        std::function<bool()> prepare;
        /// Everything has arrived.
        std::function<bool()> isReady;
    };

    void takeNext();
    void wait(const Shot& shot, int tries);
    void save(const Shot& shot, int tries);
    void addInspectShots();
    void addStarsShots();
    void addFibersShots();
    void addTeamShots();
    void addReleaseShots();
    void addHelpShot();
    /// Two answers to one spectrum of the queue, as two inspectors might give them; nothing is stored.
    SecondLooks exampleLooks() const;
    FiberProblems exampleProblems() const;
    /// The queue row of the subject with the best S/N; -1: there is none.
    int rowOf(SpectralClass subject) const;

    Desk& m_desk;
    const QString m_folder;
    std::vector<Shot> m_shots;
    QStringList m_written;
    QStringList m_failures;
    bool m_explained = false; ///< The picture of the release has asked why.
};
