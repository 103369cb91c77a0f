#include "widgets/frame/textsheet.h"

#include "widgets/frame/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

TextSheet::TextSheet(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"textSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* lines = new QPlainTextEdit(text, this);
    lines->setObjectName(u"textLines"_s);
    lines->setAccessibleName(title);
    lines->setReadOnly(true);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setFont(textFont(TextSize::Caption));
    auto* copy = new QPushButton(tr("Copy all"), this);
    copy->setObjectName(u"copyAll"_s);
    connect(copy, &QPushButton::clicked, this, [text] { QApplication::clipboard()->setText(text); });
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridUnit, 2 * gridUnit, 2 * gridUnit, 2 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(lines, 1);
    layout->addLayout(buttons);
    resize(760, 440);
}
