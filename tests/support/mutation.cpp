#include "support/mutation.h"

namespace {
qsizetype below(qsizetype limit, std::mt19937& generator)
{
    return limit <= 0 ? 0 : std::uniform_int_distribution<qsizetype>(0, limit - 1)(generator);
}

/// Writes an extreme value into a card of the first headers.
void spoilCard(QByteArray& bytes, std::mt19937& generator)
{
    static const QByteArray values[] = {"0",
                                        "1",
                                        "-1",
                                        "2",
                                        "5",
                                        "2147483647",
                                        "4294967296",
                                        "9223372036854775807",
                                        "-9223372036854775808",
                                        "1E308",
                                        "NaN",
                                        "'99999999E'",
                                        "'P'",
                                        "'1PE(9999)'",
                                        "'-5E'",
                                        "T",
                                        "F",
                                        "'",
                                        "'******",
                                        "'COADD   '",
                                        "'XTENSION'",
                                        "999",
                                        "-64",
                                        "16"};
    const auto card = below(bytes.size() / 80, generator) * 80;
    const auto& value = values[below(std::size(values), generator)];
    bytes.replace(card + 10, std::min<qsizetype>(70, bytes.size() - card - 10),
                  value.leftJustified(70).left(std::min<qsizetype>(70, bytes.size() - card - 10)));
}

void copyStretch(QByteArray& bytes, std::mt19937& generator)
{
    const auto length = 1 + below(std::min<qsizetype>(bytes.size(), 2880), generator);
    const auto from = below(bytes.size() - length + 1, generator);
    const auto to = below(bytes.size() - length + 1, generator);
    const auto stretch = bytes.mid(from, length);
    bytes.replace(to, length, stretch);
}
}

QByteArray mutated(QByteArray bytes, std::mt19937& generator)
{
    for (auto damages = 1 + below(8, generator); damages > 0 && bytes.size() > 200; --damages) {
        switch (below(7, generator)) {
        case 0: {
            const auto at = below(bytes.size(), generator);
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << below(8, generator)));
            break;
        }
        case 1:
            bytes[below(bytes.size(), generator)] = static_cast<char>(below(256, generator));
            break;
        case 2:
            bytes.truncate(1 + below(bytes.size(), generator));
            break;
        case 3:
            copyStretch(bytes, generator);
            break;
        case 4:
            bytes.remove(below(bytes.size(), generator), 1 + below(3000, generator));
            break;
        default:
            spoilCard(bytes, generator);
        }
    }
    return bytes;
}
