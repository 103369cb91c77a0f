#pragma once

#include "models/measure/spectrumsolutions.h"

#include <QCache>
#include <QObject>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

/// SpecDesk's answers to the spectra around the one on screen, searched on threads of their own so that they
/// are there before the eye arrives. Lives on the GUI thread.
class SolutionCache : public QObject
{
    Q_OBJECT
public:
    /// `templates` gives the set to search with; it is called once, on a thread.
    explicit SolutionCache(std::function<TemplateSet()> templates, QObject* parent = nullptr);
    ~SolutionCache() override;

    /// The answers to this very spectrum if they are known, else nullptr.
    SolutionsPtr find(const SpectrumPtr& spectrum) const;
    /// Searches these, most wanted first, in place of what was wanted before; solved() follows for each one
    /// that is not known.
    void want(const std::vector<SpectrumPtr>& spectra);
    /// Fits a template; fitted() follows, unless another one is wished for meanwhile.
    void fit(const SpectrumPtr& spectrum, const TemplateWish& wish);

signals:
    void solved(const SolutionsPtr& solutions);
    void fitted(const SpectrumPtr& spectrum, const TemplateOverlay& overlay);

private:
    const RedshiftEngine& engine();
    void searchNext();
    void fitNext();

    struct Fit
    {
        SpectrumPtr spectrum;
        TemplateWish wish;
    };

    const std::function<TemplateSet()> m_templates;
    std::once_flag m_engineMade;
    std::unique_ptr<RedshiftEngine> m_engine;
    QCache<const Spectrum*, SolutionsPtr> m_solutions; ///< Each keeps its spectrum, so no address comes back.
    std::deque<SpectrumPtr> m_wanted;
    SpectrumPtr m_underWay;
    std::optional<Fit> m_fit; ///< The newest wish
    bool m_isFitting = false;
    QThreadPool m_pool;
};
