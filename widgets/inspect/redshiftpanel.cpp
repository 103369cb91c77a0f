#include "widgets/inspect/redshiftpanel.h"

#include "models/check/redshiftinput.h"
#include "widgets/frame/caption.h"
#include "widgets/frame/glyph.h"
#include "widgets/frame/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int coarsePositions = 4000; // even in log(1+z)
constexpr int finePositions = 500; // to either side, 1e-5 in Δz/(1+z) each
constexpr double fineUnit = 1e-5;

double coarseToRedshift(int position)
{
    const auto low = std::log1p(lowestRedshift);
    const auto high = std::log1p(highestRedshift);
    return std::expm1(low + (high - low) * position / coarsePositions);
}

int redshiftToCoarse(double z)
{
    const auto low = std::log1p(lowestRedshift);
    const auto high = std::log1p(highestRedshift);
    return static_cast<int>(std::lround((std::log1p(z) - low) / (high - low) * coarsePositions));
}
}

RedshiftPanel::RedshiftPanel(QWidget* parent)
    : QWidget(parent)
    , m_number(new QLineEdit(this))
    , m_error(new Caption({}, this))
    , m_origin(new Caption({}, this))
    , m_reset(new QToolButton(this))
    , m_coarse(new QSlider(Qt::Horizontal, this))
    , m_fine(new QSlider(Qt::Horizontal, this))
{
    m_number->setObjectName(u"redshift"_s);
    m_number->setFont(figureFont(TextSize::Title));
    m_number->setMinimumWidth(m_number->fontMetrics().horizontalAdvance(u"-0.000000"_s) + 2 * gridUnit);
    m_number->setAccessibleName(tr("Redshift"));
    m_number->setToolTip(tr("Type z, z ± error, or a velocity in km/s (%1)").arg(u"z"_s));
    m_number->installEventFilter(this);
    m_error->setObjectName(u"redshiftError"_s);
    m_error->useFigures();
    m_origin->setObjectName(u"redshiftOrigin"_s);
    m_origin->setElided(true);
    m_reset->setObjectName(u"resetRedshiftButton"_s);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_coarse->setObjectName(u"coarseSlider"_s);
    m_coarse->setRange(0, coarsePositions);
    m_coarse->setToolTip(tr("Redshift, coarse"));
    m_coarse->setAccessibleName(tr("Redshift, coarse"));
    m_fine->setObjectName(u"fineSlider"_s);
    m_fine->setRange(-finePositions, finePositions);
    m_fine->setToolTip(tr("Redshift, fine: springs back to the middle"));
    m_fine->setAccessibleName(tr("Redshift, fine"));
    for (auto* slider : {m_coarse, m_fine})
        slider->setFocusPolicy(Qt::TabFocus);

    layOut();
    colour();
    connect(m_number, &QLineEdit::returnPressed, this, [this] {
        if (m_number->text() == shownText())
            emit editingLeft();
        else
            emit typed(m_number->text());
    });
    connect(m_coarse, &QSlider::valueChanged, this, &RedshiftPanel::moveCoarse);
    connect(m_fine, &QSlider::valueChanged, this, &RedshiftPanel::moveFine);
    connect(m_fine, &QSlider::sliderPressed, this, [this] { m_fineCentre = m_z.value_or(0.0); });
    connect(m_fine, &QSlider::sliderReleased, this, &RedshiftPanel::releaseFine);
}

void RedshiftPanel::layOut()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gridUnit);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_number, 0, 0, 2, 1);
    grid->addWidget(m_error, 0, 1, Qt::AlignBottom);
    grid->addWidget(m_origin, 1, 1);
    grid->addWidget(m_reset, 0, 2, 2, 1);
    grid->setRowMinimumHeight(2, gridUnit / 2);
    grid->addWidget(m_coarse, 3, 0, 1, 3);
    grid->addWidget(m_fine, 4, 0, 1, 3);
    grid->setColumnMinimumWidth(1, 80);
}

void RedshiftPanel::setRedshift(std::optional<double> z, std::optional<double> error, const QString& origin)
{
    m_z = z;
    m_number->setText(shownText());
    m_number->setCursorPosition(0);
    setWrong(false);
    m_error->setText(error ? u"± %1"_s.arg(*error, 0, 'f', 6) : QString());
    m_origin->setText(origin);
    m_origin->setToolTip(origin);
    const QSignalBlocker coarseBlocker(m_coarse);
    const QSignalBlocker fineBlocker(m_fine);
    m_coarse->setValue(redshiftToCoarse(z.value_or(0.0)));
    if (!m_fine->isSliderDown())
        m_fine->setValue(0);
}

void RedshiftPanel::setResettable(bool differs)
{
    m_reset->setEnabled(differs);
}

void RedshiftPanel::edit()
{
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void RedshiftPanel::setResetAction(QAction* action)
{
    m_reset->setToolTip(action->toolTip());
    m_reset->setAccessibleName(action->text());
    connect(m_reset, &QToolButton::clicked, action, &QAction::trigger);
}

void RedshiftPanel::setWrong(bool wrong)
{
    if (m_number->property("wrong").toBool() == wrong)
        return;
    m_number->setProperty("wrong", wrong);
    m_number->style()->unpolish(m_number);
    m_number->style()->polish(m_number);
}

bool RedshiftPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_number && event->type() == QEvent::FocusOut && !m_number->property("wrong").toBool())
        m_number->setText(shownText()); // what was typed and not entered does not stay as if it were z
    if (watched == m_number && event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        const auto delta = wheel->angleDelta().y() != 0 ? wheel->angleDelta().y() : wheel->angleDelta().x();
        if (const auto steps = delta / 120; steps != 0)
            emit stepped(steps, wheel->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RedshiftPanel::moveCoarse(int position)
{
    emit moved(coarseToRedshift(position));
}

void RedshiftPanel::moveFine(int position)
{
    if (!m_fine->isSliderDown()) // by keys or a click beside the handle: a step from here
        m_fineCentre = m_z.value_or(0.0);
    emit moved(steppedRedshift(m_fineCentre, position, fineUnit));
}

void RedshiftPanel::releaseFine()
{
    const QSignalBlocker blocker(m_fine);
    m_fine->setValue(0);
}

void RedshiftPanel::colour()
{
    m_reset->setIcon(glyph(u"reset"_s, ThemeColours::of(palette()).text));
}

void RedshiftPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

QString RedshiftPanel::shownText() const
{
    return m_z ? QString::number(*m_z, 'f', 6) : QString();
}
