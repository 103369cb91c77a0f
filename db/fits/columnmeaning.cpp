#include "db/fits/columnmeaning.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {
/// "log10(Lambda) [A]" → "log10_lambda", "Flux error" → "flux_error".
QString plainName(QStringView name)
{
    static const QRegularExpression function(u"^(log(?:10)?|ln|lg) *[(\\[] *([^)\\]]*)[)\\]]"_s);
    static const QRegularExpression brackets(u" *[(\\[{].*$"_s);
    static const QRegularExpression between(u"[\\s\\-.:/$\\\\]+"_s);
    auto word = name.trimmed().toString().toLower();
    word.replace(u'λ', u"lambda"_s);
    word.replace(function, u"\\1_\\2"_s);
    word.remove(brackets);
    word.replace(between, u"_"_s);
    while (word.endsWith(u'_'))
        word.chop(1);
    return word.startsWith(u'_') ? word.sliced(1) : word;
}

struct Form
{
    QRegularExpression form;
    ColumnMeaning meaning;
};

/// The forms of names, the particular before the general. Collected from astropy's and specutils' loaders,
/// the data models of SDSS, DESI, LAMOST, PypeIt, Euclid, Gemini, ESO (phase 3), VIPERS, JWST and HST, and
/// from what VizieR and WISeREP hand out.
const auto& forms()
{
    static const QString length =
        u"(?:wave(?:s|len|lengths?)?|wav|wvl|wl|lambda|lamb|lam|lbda|spectral_?axis|awav)"_s;
    static const QString behind =
        u"(?:_?(?:obs(?:erved)?|vac(?:uum)?|air|aa?|å|ang(?:strom)?s?|nm|[uµμ]m|microns?|m))*"_s;
    static const QString before = u"(?:(?:obs(?:erved)?|vac(?:uum)?|air)_?)?"_s;
    static const QString flux =
        u"(?:flux(?:es)?(?:_?dens(?:ity)?)?|f_?lam(?:bda)?|flux_?lam(?:bda)?|spec(?:trum)?|signal|counts)"_s;
    static const QString error =
        u"(?:err(?:or)?s?|sig(?:ma)?|unc(?:ert(?:ainty)?)?|std(?:dev)?|stdev|noise|rms)"_s;
    const auto whole = [](const QString& form) { return QRegularExpression(u"^(?:"_s + form + u")$"_s); };
    static const std::array all {
        Form {whole(u"(?:log(?:_?10)?|lg)_?"_s + length + behind + u"|"_s + length + u"_?log(?:10)?"_s),
              ColumnMeaning::Log10Wavelength},
        Form {whole(u"ln_?"_s + length + behind), ColumnMeaning::LnWavelength},
        Form {whole(before + length + behind), ColumnMeaning::Wavelength},
        Form {
            whole(u"(?:"_s + flux + u"_?)?(?:ivar|inv_?var|inv(?:erse)?_?variance)(?:_?"_s + flux + u")?"_s),
            ColumnMeaning::InverseVariance},
        Form {whole(u"(?:"_s + flux + u"_?)?(?:var(?:iance)?|stat)(?:_?"_s + flux + u")?"_s),
              ColumnMeaning::Variance},
        Form {whole(u"(?:(?:[des]_?)(?:"_s + flux + u")|"_s + error + u"(?:_?"_s + flux + u")?|f_?err|"_s
                    + flux + u"_?"_s + error + u"|err_?reduced|flux_?reduced_?err(?:or)?)"_s),
              ColumnMeaning::Error},
        Form {whole(flux
                    + u"(?:_?(?:cal(?:ib(?:rated)?)?|reduced|cgs|obs(?:erved)?|corr(?:ected)?))?"
                      "|(?:obs|cal|norm(?:ali[sz]ed)?)_?flux|bgflux_?reduced|intensity"_s),
              ColumnMeaning::Flux},
    };
    return all;
}
}

ColumnMeaning columnMeaning(QStringView name)
{
    constexpr qsizetype mostKept = 4096;
    thread_local QHash<QString, ColumnMeaning> known; // files of a survey have the same few names
    const auto word = plainName(name);
    if (const auto found = known.constFind(word); found != known.cend())
        return *found;
    const auto fits = [&word](const Form& form) { return form.form.match(word).hasMatch(); };
    const auto found = std::ranges::find_if(forms(), fits);
    const auto meaning = found == forms().end() ? ColumnMeaning::Unknown : found->meaning;
    if (known.size() < mostKept)
        known.insert(word, meaning);
    return meaning;
}

bool namesVacuum(QStringView name)
{
    static const QRegularExpression vacuum(u"^vac|(?:^|[^a-z])vac(?:uum)?(?:$|[^a-z])"_s);
    return vacuum.match(name.toString().toLower()).hasMatch();
}

bool namesAir(QStringView name)
{
    static const QRegularExpression air(u"^awav$|^air_?(?:wav|lam)|(?:^|[^a-z])air(?:$|[^a-z])"_s);
    return air.match(name.toString().toLower()).hasMatch();
}
