#pragma once

#include "models/templates/templategroup.h"
#include "models/values/result.h"

#include <QByteArray>
#include <QStringList>

/// SpecDesk's own template file: gzipped FITS, one binary table TEMPLATES with a row a component (NAME,
/// EMISSION, FLUX) and the group in its header: COEFF0, COEFF1 (log10 λ/Å of the first pixel and step,
/// vacuum, rest), GROUP, CLASS, ZMIN, ZMAX, NONNEG, BROAD, LEAD, VERSION, and what it was made from as
/// HISTORY. The same group gives the same bytes.
Result<QByteArray> templateFileBytes(const TemplateGroup& group);
Result<void> writeTemplateFile(const TemplateGroup& group, const QString& path);

/// Reads a template file of any kind: SpecDesk's own, SDSS spDR2-* and spEigen*, redrock rrtemplate-*, and
/// any spectrum that readSpectra() knows, plain columns among them, whose file name says what it is: star…,
/// qso…, else a galaxy. Beyond its wavelengths a foreign template goes on as it ends.
Result<TemplateSet> readTemplateFile(const QString& path);

struct TemplateFolder
{
    TemplateSet templates;
    QStringList complaints; ///< One sentence for every file that was passed over.
};

/// Every template file of a folder, sorted by name.
Result<TemplateFolder> readTemplateFolder(const QString& folder);

/// The set that SpecDesk brings along (resources/templates), read once.
const TemplateSet& builtInTemplates();
