#include "db/fits/refusal.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

Error refusal(const QString& file, const QString& message, const QString& detail)
{
    const auto name = file.sliced(file.lastIndexOf(u'/') + 1);
    auto sentence = message;
    sentence.replace(u"%1"_s, name);
    return {ErrorKind::BadFile, sentence, detail.isEmpty() ? file : file + u": "_s + detail};
}

Error tooLarge(const QString& file)
{
    return refusal(file,
                   QCoreApplication::translate("Refusal", "%1 claims more pixels than a spectrum can have."));
}

Error noWavelengths(const QString& file)
{
    return refusal(
        file, QCoreApplication::translate("Refusal", "%1 has no wavelengths that rise from pixel to pixel."));
}
