#!/usr/bin/python3
"""Writes tests/data/reference_indices.tsv: line indices of A and F stars and band indices of M stars in a folder of real LAMOST files.

    reference_indices.py FOLDER > tests/data/reference_indices.tsv

One line per number: file, column, value, error. Values by interpolating cumulative sums, errors from 400 noisy copies of each
spectrum: SpecDesk's measurements are tested against numbers it shares no code with. Definitions: models/measure/starindices.h.
"""
import pathlib
import sys
import warnings

import numpy as np
from astropy.io import fits

warnings.simplefilter("ignore")
COPIES = 400
K, D, G = (3903, 3923, 4000, 4020), (4000, 4020, 4144, 4164), (4247, 4267, 4415, 4435)
B, A = (4770, 4790, 4935, 4955), (6490, 6510, 6615, 6635)
LINES = [("kp6", 3933.7, 6, K), ("kp12", 3933.7, 12, K), ("kp18", 3933.7, 18, K), ("hdelta12", 4101.8, 12, D),
         ("hdelta24", 4101.8, 24, D), ("hdelta48", 4101.8, 48, D), ("hdelta64", 4102.0, 64, D), ("hgamma12", 4340.5, 12, G),
         ("hgamma24", 4340.5, 24, G), ("hgamma48", 4340.5, 48, G), ("hgamma54", 4340.5, 54, G), ("hbeta12", 4862.3, 12, B),
         ("hbeta24", 4862.3, 24, B), ("hbeta48", 4862.3, 48, B), ("hbeta60", 4862.3, 60, B), ("halpha12", 6562.8, 12, A),
         ("halpha24", 6562.8, 24, A), ("halpha48", 6562.8, 48, A), ("halpha70", 6562.8, 70, A),
         ("paschen13", 8467.5, 13, (8450, 8459, 8476, 8485)), ("paschen142", 8598.0, 42, (8560, 8576, 8620, 8636)),
         ("paschen242", 8751.0, 42, (8708, 8728, 8774, 8794))]
RATIOS = [("tio5", 7126, 7135, 7042, 7046), ("cah2", 6814, 6846, 7042, 7046), ("cah3", 6960, 6990, 7042, 7046),
          ("tio1", 6718, 6723, 6703, 6708), ("tio2", 7058, 7061, 7043, 7046), ("tio3", 7092, 7097, 7079, 7084),
          ("tio4", 7130, 7135, 7115, 7120), ("caoh", 6230, 6240, 6345, 6354), ("na", 8174, 8204, 8135, 8165)]


def vacuum(air):
    value = np.asarray(air, dtype=float)
    for _ in range(10):
        s2 = (1.0e4 / value) ** 2
        value = air * (1.0 + 5.792105e-2 / (238.0185 - s2) + 1.67917e-3 / (57.362 - s2))
    return value


class Spectrum:
    def __init__(self, wavelength, flux, ivar, z):
        rest = wavelength / (1 + z)
        middles = 0.5 * (rest[1:] + rest[:-1])
        self.edges = np.concatenate([[1.5 * rest[0] - 0.5 * rest[1]], middles, [1.5 * rest[-1] - 0.5 * rest[-2]]])
        self.rest = rest
        self.good = (ivar > 0) & np.isfinite(flux)
        self.flux = np.where(self.good, flux, 0.0)
        self.sigma = np.where(self.good, 1 / np.sqrt(np.where(ivar > 0, ivar, 1)), 0.0)

    def noisy(self, random):
        copy = object.__new__(Spectrum)
        copy.__dict__.update(self.__dict__)
        copy.flux = self.flux + self.sigma * random.normal(size=self.flux.size)
        return copy

    def integral(self, heights, low, high):
        total = np.concatenate([[0], np.cumsum(heights * self.good * np.diff(self.edges))])
        return np.interp(high, self.edges, total) - np.interp(low, self.edges, total)

    def mean(self, low, high):
        low, high = vacuum(low), vacuum(high)
        informed = self.integral(np.ones_like(self.flux), low, high)
        return self.integral(self.flux, low, high) / informed if informed >= 0.5 * (high - low) else np.nan

    def width(self, low, high, beside):
        blue, red = self.mean(*beside[:2]), self.mean(*beside[2:])
        sides = vacuum(np.array(beside))
        x0, x1 = sides[:2].mean(), sides[2:].mean()
        level = blue + (red - blue) * (self.rest - x0) / (x1 - x0)
        low, high = vacuum(low), vacuum(high)
        informed = self.integral(np.ones_like(self.flux), low, high)
        if not informed >= 0.5 * (high - low) or not (blue > 0 and red > 0):
            return np.nan
        return self.integral(1 - self.flux / level, low, high) * (high - low) / informed


def measured(spectrum, stars):
    if stars == "A":
        return {name: spectrum.width(centre - width / 2, centre + width / 2, beside) for name, centre, width, beside in LINES}
    values = {name: spectrum.mean(a, b) / spectrum.mean(c, d) for name, a, b, c, d in RATIOS}
    values["cah1"] = spectrum.mean(6380, 6390) / (0.5 * (spectrum.mean(6345, 6355) + spectrum.mean(6410, 6420)))
    values["ewha"] = spectrum.width(6557.6, 6571.6, (6545, 6555, 6575, 6585))
    x = values["cah2"] + values["cah3"]
    values["zeta"] = (1 - values["tio5"]) / (1 - (-0.164 * x**3 + 0.670 * x**2 - 0.118 * x - 0.050))
    return values


def main(folder):
    random = np.random.default_rng(1)
    counts = {"A": 0, "M": 0}
    print("file\tcolumn\tvalue\terror")
    for path in sorted(pathlib.Path(folder, "lamost_lrs").rglob("*.fits*")):
        try:
            with fits.open(path) as hdus:
                header, data = hdus[0].header, hdus[0].data
        except OSError:
            continue
        subclass = str(header.get("SUBCLASS", "")).lstrip("dg").replace("F", "A")
        if data is None or "Subcontinuum" in str(header.get("EXTEN0", "Subcontinuum")) or subclass[:1] not in counts:
            continue
        if header.get("CLASS") != "STAR" or abs(header["Z"]) > 0.01 or header["SNRI"] < 10 or counts[subclass[0]] == 12:
            continue
        counts[subclass[0]] += 1
        rows = data.astype(float)
        spectrum = Spectrum(rows[2], rows[0], rows[1], header["Z"])
        values = measured(spectrum, subclass[0])
        copies = [measured(spectrum.noisy(random), subclass[0]) for _ in range(COPIES)]
        for name, value in values.items():
            error = np.std([copy[name] for copy in copies])
            if np.isfinite(value) and np.isfinite(error):
                print(f"{path.relative_to(folder)}\t{name}\t{value:.6f}\t{error:.6f}")


main(sys.argv[1])
