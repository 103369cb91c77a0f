#include "widgets/fibers/hintlist.h"

#include "widgets/fibers/problemform.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

HintList::HintList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_count(new Caption({}, this))
    , m_version(new Caption({}, this))
{
    setFixedWidth(30 * gridUnit);
    m_list->setObjectName(u"hints"_s);
    m_list->setAccessibleName(tr("Machine's hints"));
    m_list->setFrameShape(QFrame::NoFrame);
    new FocusEdge(m_list);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFont(textFont(TextSize::Caption));
    m_list->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("Machine's hints"), this), 1);
    head->addWidget(m_count);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, gridUnit, gridUnit, gridUnit);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_version);
    connect(m_list, &QListWidget::itemClicked, this, [this] {
        const auto row = static_cast<std::size_t>(m_list->currentRow());
        if (row < m_hints.size())
            emit hintChosen(m_hints[row]);
    });
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        const auto row = static_cast<std::size_t>(m_list->currentRow());
        if (row < m_hints.size())
            emit hintChosen(m_hints[row]);
    });
}

void HintList::setHints(const Hints& hints)
{
    m_hints = hints;
    m_list->clear();
    for (const auto& hint : hints) {
        const auto fibers = hint.firstFiber == hint.lastFiber
            ? tr("fibre %1").arg(hint.firstFiber)
            : tr("fibres %1–%2").arg(hint.firstFiber).arg(hint.lastFiber);
        QStringList parts {ProblemForm::kindLabel(hint.kind), fibers};
        if (hint.arm == "blue"_L1)
            parts << tr("blue");
        else if (hint.arm == "red"_L1)
            parts << tr("red");
        m_list->addItem(parts.join(u" · "_s) + u'\n' + hint.reason);
    }
    m_count->setText(hints.empty() ? tr("none") : QString::number(hints.size()));
}

void HintList::forget()
{
    setHints({});
    m_count->clear();
}

void HintList::setVersion(const QString& version)
{
    m_version->setText(tr("limits: version %1").arg(version));
}
