// The tiles of the wall, drawn before the eye arrives.
#include "app/controllers/starscontroller.h"
#include "app/redshift/redshiftrun.h"
#include "app/session/deliver.h"
#include "models/redshift/redshiftengine.h"
#include "plotting/palette.h"
#include "widgets/stars/starspage.h"
#include "widgets/stars/starwall.h"

#include <QtConcurrent>

#include <algorithm>

namespace {
constexpr int screensAhead = 6; // at 60 lines a second a screen passes in a sixth of a second
constexpr int screensBehind = 2;
}

void StarsController::want(int first, int last, int direction)
{
    if (direction != 0) {
        m_direction = direction;
        noteWork();
    }
    m_first = first;
    m_last = last;
    const int screen = last - first + 1;
    std::vector<TileOrder> orders;
    std::size_t onScreen = 0;
    const auto order = [&](int row) {
        const bool lacksTemplate =
            m_templates && row >= first && row <= last && !m_withTemplate.contains(row);
        if (row < 0 || row >= m_model.rowCount() || (!m_model.tile(row).isNull() && !lacksTemplate))
            return;
        const auto& entry = m_model.entryAt(row);
        orders.push_back({.row = row,
                          .address = addressOf(row),
                          .spectralClass = entry.spectralClass,
                          .subclass = entry.subclass,
                          .z = entry.z});
    };
    for (int row = first; row <= last; ++row)
        order(row);
    onScreen = orders.size();
    const int ahead = m_direction < 0 ? screensBehind : screensAhead;
    const int behind = m_direction < 0 ? screensAhead : screensBehind;
    for (int far = 1; far <= std::max(ahead, behind) * screen; ++far) {
        if (far <= ahead * screen)
            order(last + far);
        if (far <= behind * screen)
            order(first - far);
    }
    m_tiles.want(std::move(orders), onScreen);
    if (m_lastFetched && m_model.rowCount() - last < rowsInReserve / 2)
        fetchPage();
}

SpectrumAddress StarsController::addressOf(int row) const
{
    const auto& entry = m_model.entryAt(row);
    return {entry.file, entry.indexInFile};
}

void StarsController::takeTiles(const std::vector<TileAnswer>& tiles)
{
    for (const auto& tile : tiles) {
        if (tile.row >= m_model.rowCount() || tile.address != addressOf(tile.row))
            continue; // the list grew in front of it meanwhile
        if (tile.hasTemplate)
            m_withTemplate.insert(tile.row);
        else if (m_withTemplate.contains(tile.row) && !m_model.tile(tile.row).isNull())
            continue;
        m_model.setTile(tile.row, tile.picture);
    }
}

bool StarsController::isSettled() const
{
    return !m_engineLoads && m_tiles.waiting() == 0;
}

void StarsController::restyle()
{
    TileLook look;
    look.size = m_page.wall().pictureSize();
    look.colours = PlotPalette::of(m_page.palette());
    m_tiles.setLook(look);
    m_withTemplate.clear();
    m_model.dropTiles();
    want(m_first, m_last, 0);
}

void StarsController::useTemplates(bool on)
{
    m_templates = on;
    m_withTemplate.clear();
    if (!on) {
        m_tiles.setEngine(nullptr);
        m_model.dropTiles();
        want(m_first, m_last, 0);
        return;
    }
    m_engineLoads = true;
    deliver(QtConcurrent::run([] {
                QStringList passedOver; // of which the inspector's page tells
                return std::make_shared<const RedshiftEngine>(templatesOfWindow(passedOver));
            }),
            this, [this](const std::shared_ptr<const RedshiftEngine>& engine) {
                m_engineLoads = false;
                m_tiles.setEngine(m_templates ? engine : nullptr);
                want(m_first, m_last, 0);
            });
}
