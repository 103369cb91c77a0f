#pragma once

#include "db/fits/fitsfile.h"
#include "db/fits/spectrumreader.h"

/// One family of files: how to recognise it and how to read it. A recognised file is read or refused, never
/// passed on.
struct LayoutFamily
{
    bool (*recognises)(const FitsFile& file);
    Result<std::vector<SpectrumPtr>> (*read)(FitsFile& file, const ReadOptions& options);
};

/// LAMOST low resolution, image with five rows: flux, inverse variance, wavelength or continuum-normalised
/// flux, masks.
LayoutFamily lamostImageFamily();
/// LAMOST low resolution, binary table COADD.
LayoutFamily lamostTableFamily();
/// LAMOST medium resolution, tables COADD_B and COADD_R and one table for each exposure and arm.
LayoutFamily lamostMrsFamily();
/// SDSS and BOSS spec-PLATE-MJD-FIBER.
LayoutFamily sdssFamily();
/// SDSS-I/II spSpec, and spPlate with all fibres of a plate.
LayoutFamily sdssImageFamily();
/// APOGEE apStar, aspcapStar and apVisit.
LayoutFamily apogeeFamily();
/// SDSS-V mwmStar and mwmVisit.
LayoutFamily astraFamily();
/// DESI coadd and spectra files, several objects with arms B, R, Z.
LayoutFamily desiFamily();
/// 6dFGS, table of wavelength and flux.
LayoutFamily sixDfFamily();
/// 2dFGRS and 6dFGS files with postage stamps.
LayoutFamily stampSpectraFamily();
/// WEAVE level 1, one arm of a field.
LayoutFamily weaveFamily();
/// GAMA files from AAOmega, and the images with VARIANCE and FIBRES that 2dfdr writes and Marz reads.
LayoutFamily twoDfFamily();
/// Any image whose first axis is a wavelength.
LayoutFamily imageFamily();
/// Any table with columns of wavelength and flux.
LayoutFamily tableFamily();
