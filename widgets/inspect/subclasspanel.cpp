#include "widgets/inspect/subclasspanel.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/choicerow.h"
#include "widgets/frame/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {
Choices plainChoices(const QStringList& words)
{
    Choices choices;
    for (const auto& word : words)
        choices.push_back({word, word, {}, {}});
    return choices;
}

QStringList lettersOf(const QString& text)
{
    return text.split(QString(), Qt::SkipEmptyParts);
}
}

SubclassPanel::SubclassPanel(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_caption(new Caption(tr("Subclass"), this))
    , m_letters(new ChoiceRow(ChoiceRow::Mode::OneOrNone, 0, this))
    , m_digits(new ChoiceRow(ChoiceRow::Mode::OneOrNone, 0, this))
    , m_forms(new ChoiceRow(ChoiceRow::Mode::OneOrNone, 0, this))
    , m_names(new ChoiceRow(ChoiceRow::Mode::OneOrNone, 3, this))
{
    m_field->setObjectName(u"subclass"_s);
    m_field->setAccessibleName(tr("Subclass"));
    m_field->installEventFilter(this);
    m_letters->setObjectName(u"subclassLetters"_s);
    m_digits->setObjectName(u"subclassDigits"_s);
    m_forms->setObjectName(u"subclassForms"_s);
    m_names->setObjectName(u"subclassNames"_s);
    m_names->setTextFont(textFont(TextSize::Caption));
    m_letters->setChoices(plainChoices(lettersOf(mkLetters())));
    m_digits->setChoices(plainChoices(lettersOf(u"0123456789"_s)));
    m_forms->setChoices(plainChoices(mkPrefixes() + mkLuminosities()));

    auto* typedLine = new QHBoxLayout;
    typedLine->setSpacing(gridUnit);
    typedLine->addWidget(m_caption);
    typedLine->addWidget(m_field, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(typedLine);
    for (auto* row : {m_letters, m_digits, m_forms, m_names})
        layout->addWidget(row);

    connect(m_letters, &ChoiceRow::toggled, this, &SubclassPanel::chooseLetter);
    connect(m_digits, &ChoiceRow::toggled, this, &SubclassPanel::chooseDigit);
    connect(m_forms, &ChoiceRow::toggled, this, &SubclassPanel::chooseForm);
    connect(m_names, &ChoiceRow::toggled, this,
            [this](const QString& name, bool on) { emit chosen(on ? name : QString()); });
    connect(m_field, &QLineEdit::returnPressed, this, &SubclassPanel::enterTyped);
    showClass(SpectralClass::Unknown);
}

void SubclassPanel::setSubclass(SpectralClass spectralClass, const QString& subclass)
{
    if (spectralClass != m_class)
        showClass(spectralClass);
    m_subclass = subclass;
    m_field->setText(subclass);
    const auto type = spectralClass == SpectralClass::Star ? mkTypeFrom(subclass) : std::nullopt;
    m_letters->setChosen(type ? QStringList(QString(type->letter)) : QStringList());
    m_digits->setChosen(type && type->digit ? QStringList(QString::number(*type->digit)) : QStringList());
    m_forms->setChosen(type ? QStringList {type->prefix, type->luminosity} : QStringList());
    m_digits->setEnabled(type.has_value());
    m_forms->setEnabled(type.has_value());
    m_names->setChosen({subclass});
}

void SubclassPanel::showClass(SpectralClass spectralClass)
{
    m_class = spectralClass;
    const auto isStar = spectralClass == SpectralClass::Star;
    for (auto* row : {m_letters, m_digits, m_forms})
        row->setVisible(isStar);
    m_names->setChoices(plainChoices(namedSubclasses(spectralClass)));
    m_names->setVisible(spectralClass != SpectralClass::Unknown);
    m_field->setEnabled(spectralClass != SpectralClass::Unknown);
    m_field->setPlaceholderText(isStar ? tr("e.g. K5, dM3, A2IV, WD") : QString());
}

bool SubclassPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        m_field->setText(m_subclass); // what was typed and not entered does not stay as if it were set
    return QWidget::eventFilter(watched, event);
}

void SubclassPanel::edit()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SubclassPanel::setKey(const QString& key)
{
    m_caption->setText(key.isEmpty() ? tr("Subclass") : tr("Subclass  %1").arg(key));
}

void SubclassPanel::chooseLetter(const QString& letter, bool on)
{
    if (!on) {
        emit chosen({});
        return;
    }
    auto type = mkTypeFrom(m_subclass).value_or(MkType {});
    type.letter = letter.front();
    if (type.letter != u'M')
        type.prefix.clear();
    emit chosen(subclassText(type));
}

void SubclassPanel::chooseDigit(const QString& digit, bool on)
{
    auto type = mkTypeFrom(m_subclass).value_or(MkType {});
    type.digit = on ? std::optional(digit.toInt()) : std::nullopt;
    emit chosen(subclassText(type));
}

void SubclassPanel::chooseForm(const QString& form, bool on)
{
    auto type = mkTypeFrom(m_subclass).value_or(MkType {});
    const auto isPrefix = mkPrefixes().contains(form);
    type.prefix = isPrefix && on ? form : QString();
    type.luminosity = !isPrefix && on ? form : QString();
    emit chosen(subclassText(type));
}

void SubclassPanel::enterTyped()
{
    const auto subclass = subclassFrom(m_class, m_field->text());
    if (!subclass) {
        emit refused(tr("“%1” is no subclass of %2.").arg(m_field->text().trimmed(), className(m_class)));
        return;
    }
    if (*subclass != m_subclass)
        emit chosen(*subclass);
    else
        m_field->setText(m_subclass);
    emit editingLeft();
}
