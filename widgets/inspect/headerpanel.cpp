#include "widgets/inspect/headerpanel.h"

#include "models/items/headermodel.h"
#include "widgets/frame/focusedge.h"
#include "widgets/frame/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

HeaderPanel::HeaderPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new HeaderModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
{
    m_search->setObjectName(u"headerSearch"_s);
    m_search->setPlaceholderText(tr("Search the header"));
    m_search->setAccessibleName(tr("Search the header"));
    m_search->setClearButtonEnabled(true);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);

    auto* view = new QTableView(this);
    view->setObjectName(u"header"_s);
    view->setAccessibleName(tr("FITS header"));
    new FocusEdge(view);
    view->setModel(m_filter);
    view->setFont(figureFont(TextSize::Caption));
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(QFontMetrics(view->font()).height() + gridUnit / 2);
    view->horizontalHeader()->setFont(textFont(TextSize::Caption));
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setColumnWidth(HeaderModel::Keyword, view->fontMetrics().horizontalAdvance(u"WWWWWWWW"_s) + 10);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* searchLine = new QVBoxLayout;
    searchLine->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit / 2);
    searchLine->addWidget(m_search);
    layout->addLayout(searchLine);
    layout->addWidget(view);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &QLineEdit::returnPressed, this, &HeaderPanel::editingLeft);
}

void HeaderPanel::setSpectrum(const SpectrumPtr& spectrum)
{
    m_spectrum = spectrum;
    m_filled = false;
    if (isVisible())
        fill();
}

void HeaderPanel::search()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HeaderPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fill();
}

void HeaderPanel::fill()
{
    if (m_filled)
        return;
    m_filled = true;
    m_model->setHeader(m_spectrum ? m_spectrum->header : FitsHeader());
}
