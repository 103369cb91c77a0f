#include "widgets/frame/glyph.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

QIcon glyph(const QString& name, const QColor& colour)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto drawing = file.readAll();
    QSvgRenderer renderer(drawing.replace("currentColor", colour.name().toLatin1()));
    QIcon icon;
    for (const auto scale : {1, 2, 3}) {
        QPixmap pixmap(24 * scale, 24 * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}
