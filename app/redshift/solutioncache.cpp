#include "app/redshift/solutioncache.h"

namespace {
constexpr qsizetype capacity = 64; // spectra; up to 20 MB with their templates
}

SolutionCache::SolutionCache(Templates templates, QObject* parent)
    : QObject(parent)
    , m_templates(std::move(templates))
    , m_solutions(capacity)
{
    m_pool.setMaxThreadCount(2); // one for the search, one for the template that is waited for
}

SolutionCache::~SolutionCache()
{
    m_pool.clear();
    m_pool.waitForDone();
}

const RedshiftEngine& SolutionCache::made(Engine& engine)
{
    std::call_once(engine.made, [&] {
        QStringList complaints;
        engine.engine = std::make_unique<RedshiftEngine>(m_templates(complaints));
        if (!complaints.isEmpty())
            emit complained(complaints.join(u' '));
    });
    return *engine.engine;
}

void SolutionCache::renew()
{
    m_engine = std::make_shared<Engine>();
    m_solutions.clear();
    emit renewed();
}

SolutionsPtr SolutionCache::find(const SpectrumPtr& spectrum) const
{
    const auto* solutions = m_solutions.object(spectrum.get());
    return solutions ? *solutions : nullptr;
}

void SolutionCache::want(const std::vector<SpectrumPtr>& spectra)
{
    m_wanted.clear();
    for (const auto& spectrum : spectra)
        if (spectrum && spectrum != m_underWay && !find(spectrum))
            m_wanted.push_back(spectrum);
    searchNext();
}

void SolutionCache::searchNext()
{
    if (m_underWay)
        return;
    while (!m_wanted.empty() && find(m_wanted.front()))
        m_wanted.pop_front();
    if (m_wanted.empty())
        return;
    m_underWay = m_wanted.front();
    m_wanted.pop_front();
    m_pool.start([this, spectrum = m_underWay, engine = m_engine] {
        auto solutions = solutionsOf(made(*engine), spectrum);
        QMetaObject::invokeMethod(
            this,
            [this, engine, solutions = std::move(solutions)] {
                const bool isCurrent = engine == m_engine;
                if (isCurrent)
                    m_solutions.insert(solutions->spectrum.get(), new SolutionsPtr(solutions));
                else
                    m_wanted.push_front(m_underWay);
                m_underWay.reset();
                searchNext();
                if (isCurrent)
                    emit solved(solutions);
            },
            Qt::QueuedConnection);
    });
}

void SolutionCache::fit(const SpectrumPtr& spectrum, const TemplateWish& wish)
{
    m_fit = Fit {spectrum, wish};
    fitNext();
}

void SolutionCache::fitNext()
{
    if (m_isFitting || !m_fit)
        return;
    m_isFitting = true;
    m_pool.start(
        [this, fit = *std::exchange(m_fit, std::nullopt), engine = m_engine] {
            auto overlay = fittedTemplate(made(*engine), *fit.spectrum, fit.wish);
            QMetaObject::invokeMethod(
                this,
                [this, spectrum = fit.spectrum, overlay = std::move(overlay)] {
                    m_isFitting = false;
                    fitNext();
                    emit fitted(spectrum, overlay);
                },
                Qt::QueuedConnection);
        },
        1);
}
