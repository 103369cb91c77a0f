#include "models/check/verdict.h"

using namespace Qt::Literals::StringLiterals;

QString originName(RedshiftOrigin origin)
{
    switch (origin) {
    case RedshiftOrigin::Typed:
        return u"typed"_s;
    case RedshiftOrigin::Stepped:
        return u"stepped"_s;
    case RedshiftOrigin::LineMark:
        return u"line"_s;
    case RedshiftOrigin::Dragged:
        return u"dragged"_s;
    case RedshiftOrigin::Solution:
        return u"solution"_s;
    case RedshiftOrigin::Curve:
        return u"curve"_s;
    case RedshiftOrigin::LineFit:
        return u"line-fit"_s;
    case RedshiftOrigin::Pipeline:
        break;
    }
    return u"pipeline"_s;
}

RedshiftOrigin redshiftOriginFrom(QStringView name)
{
    using enum RedshiftOrigin;
    for (const auto origin : {Typed, Stepped, LineMark, Dragged, Solution, Curve, LineFit})
        if (originName(origin) == name)
            return origin;
    return RedshiftOrigin::Pipeline;
}

QStringList knownReasons()
{
    return {u"low-sn"_s,        u"single-line"_s, u"sky-residual"_s, u"arm-join"_s,
            u"bad-reduction"_s, u"missing-arm"_s, u"two-objects"_s,  u"bal"_s,
            u"blazar"_s,        u"wrong-class"_s, u"wrong-z"_s};
}
