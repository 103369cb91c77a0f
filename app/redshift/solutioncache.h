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
    /// Gives the set to search with and says which files were passed over.
    using Templates = std::function<TemplateSet(QStringList& complaints)>;

    /// `templates` is called on a thread, at the first search and after renew().
    explicit SolutionCache(Templates templates, QObject* parent = nullptr);
    ~SolutionCache() override;

    /// The answers to this very spectrum if they are known, else nullptr.
    SolutionsPtr find(const SpectrumPtr& spectrum) const;
    /// Searches these, most wanted first, in place of what was wanted before; solved() follows for each one
    /// that is not known.
    void want(const std::vector<SpectrumPtr>& spectra);
    /// The templates are others: every answer is forgotten and renewed() follows at once.
    void renew();
    /// Fits a template; fitted() follows, unless another one is wished for before the fit begins.
    void fit(const SpectrumPtr& spectrum, const TemplateWish& wish);

signals:
    void solved(const SolutionsPtr& solutions);
    void fitted(const SpectrumPtr& spectrum, const TemplateOverlay& overlay);
    void renewed();
    /// A template file was passed over.
    void complained(const QString& sentence);

private:
    /// An engine that the first thread to need it makes.
    struct Engine
    {
        std::once_flag made;
        std::unique_ptr<RedshiftEngine> engine;
    };

    const RedshiftEngine& made(Engine& engine);
    void searchNext();
    void fitNext();

    struct Fit
    {
        SpectrumPtr spectrum;
        TemplateWish wish;
    };

    const Templates m_templates;
    std::shared_ptr<Engine> m_engine = std::make_shared<Engine>(); ///< Another one after renew()
    QCache<const Spectrum*, SolutionsPtr> m_solutions; ///< Each keeps its spectrum, so no address comes back.
    std::deque<SpectrumPtr> m_wanted;
    SpectrumPtr m_underWay;
    std::optional<Fit> m_fit; ///< The newest wish
    bool m_isFitting = false;
    QThreadPool m_pool;
};
