#!/usr/bin/env python3
"""Reads released files with astropy and compares them with the pipeline's.

usage: read_release.py LIST     each line: pipeline's file, tab, released file; prints what differs, exit status 1
"""
import sys
import warnings

from astropy.io import fits

RESULTS = ("DATA_V", "CLASS", "SUBCLASS", "Z", "ZFLAG", "SNRG")


def numbers(hdus):
    """All data of a file as bytes."""
    return [hdu.data.tobytes() for hdu in hdus if hdu.data is not None]


def offences(before, after):
    with fits.open(before, output_verify="ignore") as old:
        expected = numbers(old)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a checksum that does not fit is a warning
        with fits.open(after, checksum=True) as new:
            new.verify("exception")
            if numbers(new) != expected:
                yield "its numbers changed"
            for keyword in RESULTS:
                if keyword not in new[0].header:
                    yield f"has no {keyword}"
            for hdu in new:
                for keyword in ("DATASUM", "CHECKSUM"):
                    if keyword not in hdu.header:
                        yield f"has no {keyword} in HDU {hdu.name}"


failed = False
count = 0
with open(sys.argv[1], encoding="utf-8") as pairs:
    for pair in pairs:
        before, after = pair.rstrip("\n").split("\t")
        count += 1
        for offence in offences(before, after):
            print(f"{after}: {offence}")
            failed = True
print(f"{count} files")
sys.exit(failed or count == 0)
