#pragma once

#include <QDialog>

/// Lines to be read and copied, such as why each of many files was not read.
class TextSheet : public QDialog
{
    Q_OBJECT
public:
    TextSheet(const QString& title, const QString& text, QWidget* parent = nullptr);
};
