#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

/// The fields of one line of a text.
using TextFields = std::vector<QByteArrayView>;

/// The text as UTF-8, where it begins with a UTF-16 mark of its byte order; else the bytes themselves,
/// without a mark.
QByteArray plainText(QByteArrayView bytes);

/// Lines that end with LF, CR LF or CR, without blanks at their ends; empty ones are left out.
std::vector<QByteArrayView> linesOf(QByteArrayView text);

bool isComment(QByteArrayView line);

/// Fields of a line at what it most likely uses: bars, semicolons, tabs, commas or blanks. Where semicolons
/// or tabs divide, a comma is a decimal one.
TextFields fieldsOf(QByteArrayView line);
TextFields fieldsAtBlanks(QByteArrayView line);

/// The fields of a line of numbers, at least two of them or one and a missing one; empty for other lines.
TextFields rowOf(QByteArrayView line);

/// A number, also with a decimal comma, or with Fortran's exponents "1.0D-17" and "1.0-170".
std::optional<double> numberIn(QByteArrayView field);

/// "--", "NA", "INDEF" and what else stands for a missing number in texts.
bool isMissing(QByteArrayView field);
