#include "widgets/inspect/linepicker.h"

#include "models/check/redshiftinput.h"
#include "models/lines/linename.h"
#include "models/spectrum/wavelength.h"
#include "widgets/frame/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

LinePicker::LinePicker(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"linePicker"_s);
    setAutoFillBackground(true);
    setFrameShape(QFrame::Box);
    m_search->setObjectName(u"lineSearch"_s);
    m_search->setPlaceholderText(tr("Which line is this?"));
    m_search->installEventFilter(this);
    m_list->setObjectName(u"lineChoices"_s);
    m_list->setFont(figureFont(TextSize::Text));
    m_list->setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit);
    layout->setSpacing(gridUnit / 2);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    resize(300, 320);
    connect(m_search, &QLineEdit::textChanged, this, &LinePicker::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, &LinePicker::pick);
    connect(m_list, &QListWidget::itemClicked, this, &LinePicker::pick);
}

void LinePicker::open(const LineList& lines, double observedAngstrom, double z, const QPoint& globalPosition)
{
    m_observedAngstrom = observedAngstrom;
    const auto redshift = [&](const SpectralLine& line) {
        return redshiftOf(line.vacuumAngstrom, observedAngstrom);
    };
    m_lines.clear();
    std::ranges::copy_if(lines, std::back_inserter(m_lines), [&](const SpectralLine& line) {
        return redshift(line) >= lowestRedshift && redshift(line) <= highestRedshift;
    });
    std::ranges::stable_sort(m_lines, {},
                             [&](const SpectralLine& line) { return std::abs(redshift(line) - z); });

    m_list->clear();
    for (const auto& line : m_lines) {
        const auto key = line.key.isNull() ? QString() : u"    ⇧%1"_s.arg(line.key);
        m_list->addItem(
            u"%1    z %2%3"_s.arg(printedLineName(line.name), QString::number(redshift(line), 'f', 4), key));
    }
    m_list->setCurrentRow(0);
    m_search->clear();

    auto position = globalPosition;
    if (const auto* screen = QGuiApplication::screenAt(globalPosition)) {
        const auto area = screen->availableGeometry();
        position.setX(qBound(area.left(), position.x(), area.right() - width()));
        position.setY(qBound(area.top(), position.y(), area.bottom() - height()));
    }
    move(position);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void LinePicker::narrow(const QString& text)
{
    auto first = -1;
    for (auto row = 0; row < m_list->count(); ++row) {
        const auto& line = m_lines.at(static_cast<std::size_t>(row));
        const auto fits =
            line.name.contains(text, Qt::CaseInsensitive) || line.label.contains(text, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!fits);
        if (fits && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void LinePicker::pick()
{
    const auto row = m_list->currentRow();
    if (row < 0)
        return;
    hide();
    emit picked(m_lines.at(static_cast<std::size_t>(row)), m_observedAngstrom);
}

bool LinePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return QFrame::eventFilter(watched, event);
    const auto step = key == Qt::Key_Down ? 1 : -1;
    for (auto row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
        if (!m_list->item(row)->isHidden()) {
            m_list->setCurrentRow(row);
            break;
        }
    return true;
}
