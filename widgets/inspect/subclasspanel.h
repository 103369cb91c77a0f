#pragma once

#include "models/check/subclass.h"
#include "models/spectrum/spectralclass.h"

#include <QWidget>

class Caption;
class ChoiceRow;
class QLineEdit;

/// Choosing a subclass: letter, digit, luminosity of an MK type, or a named kind; or typing it.
class SubclassPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SubclassPanel(QWidget* parent = nullptr);

    /// Shows the choices of a class and the subclass chosen. Says nothing.
    void setSubclass(SpectralClass spectralClass, const QString& subclass);
    /// Puts the cursor into the field.
    void edit();
    void setKey(const QString& key);

signals:
    void chosen(const QString& subclass);
    /// What was typed is no subclass of this class.
    void refused(const QString& sentence);
    void editingLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseLetter(const QString& letter, bool on);
    void chooseDigit(const QString& digit, bool on);
    void chooseForm(const QString& form, bool on);
    void enterTyped();
    void showClass(SpectralClass spectralClass);

    QLineEdit* m_field;
    Caption* m_caption;
    ChoiceRow* m_letters;
    ChoiceRow* m_digits;
    ChoiceRow* m_forms; ///< "d", "g", "sd" for M, luminosity classes for the others
    ChoiceRow* m_names;
    SpectralClass m_class = SpectralClass::Unknown;
    QString m_subclass;
};
