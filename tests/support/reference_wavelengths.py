#!/usr/bin/python3
"""Writes tests/data/reference_wavelengths.tsv: what astropy finds in a folder of real survey files.

    reference_wavelengths.py FOLDER > tests/data/reference_wavelengths.tsv

One line per spectrum: file, index in file, number of pixels, and the first, middle (index n // 2) and last vacuum wavelength in
angstrom. Only numbers; written so that SpecDesk's reader is tested against a reader it shares no code with.
"""
import pathlib
import sys
import warnings

import numpy as np
from astropy.io import fits

warnings.simplefilter("ignore")


def index_of_air(vacuum):
    s2 = (1.0e4 / vacuum) ** 2
    return 1.0 + 5.792105e-2 / (238.0185 - s2) + 1.67917e-3 / (57.362 - s2)  # Ciddor 1996, eq. 1


def vacuum_of(air):
    vacuum = air
    for _ in range(10):
        vacuum = np.where(air < 2000.0, air, air * index_of_air(vacuum))
    return vacuum


def linear(header, pixels):
    step = header.get("CD1_1", header.get("CDELT1"))
    return header["CRVAL1"] + (np.arange(pixels) + 1 - header.get("CRPIX1", 1)) * step


def column(table, *names):
    found = {name.upper(): name for name in table.names}
    for name in names:
        if name in found:
            return np.asarray(table[found[name]], dtype=float).ravel()
    return None


def table_axis(hdu):
    axis = column(hdu.data, "WAVELENGTH", "WAVE")
    return 10.0 ** column(hdu.data, "LOGLAM") if axis is None else axis


def axes(path):
    with fits.open(path) as hdus:
        primary = hdus[0].header
        names = [hdu.name.upper() for hdu in hdus]
        if "COADD_B" in names or "COADD_R" in names:
            yield np.concatenate([table_axis(hdus[n]) for n in ("COADD_B", "COADD_R") if n in names and hdus[n].data is not None])
        elif "COADD" in names:
            yield table_axis(hdus["COADD"])
        elif "FIBERMAP" in names:
            arms = [hdus[arm + "_WAVELENGTH"].data for arm in "BRZ" if arm + "_WAVELENGTH" in names]
            union = np.unique(np.round(np.concatenate(arms), 3))
            for _ in range(len(np.unique(hdus["FIBERMAP"].data["TARGETID"]))):
                yield union
        elif "EXTEN0" in primary:
            data = hdus[0].data
            if "continuum" in primary["EXTEN0"].lower():
                yield 10.0 ** (primary["COEFF0"] + np.arange(data.shape[1]) * primary["COEFF1"])
            else:
                yield data[2].astype(float)
        elif "QUALITY" in primary:
            yield vacuum_of(table_axis(hdus[1]))
        elif "WAVELENGTH" in names:
            axis = hdus["WAVELENGTH"].data.astype(float)
            axis = 10.0 ** axis if primary.get("LOGSCALE") else axis
            yield axis if primary.get("VACUUM") else vacuum_of(axis)
        elif "VARIANCE" in names or primary.get("ORIGIN") == "GAMA":
            yield vacuum_of(linear(primary, primary["NAXIS1"]))


def main():
    root = pathlib.Path(sys.argv[1])
    print("file\tindex\tn_pixels\tfirst\tmiddle\tlast")
    for folder in ("lamost_lrs", "lamost_mrs", "sdss", "other_surveys"):
        for path in sorted((root / folder).rglob("*.fit*")):
            for index, axis in enumerate(axes(path)):
                print(f"{path.relative_to(root)}\t{index}\t{len(axis)}\t{axis[0]:.5f}\t{axis[len(axis) // 2]:.5f}\t{axis[-1]:.5f}")


main()
