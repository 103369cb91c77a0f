#pragma once

#include <QByteArray>

#include <random>

/// Damages bytes the way disks, networks and enemies do: flipped bits, cut and doubled stretches, header
/// cards with extreme values. The same generator state gives the same damage.
QByteArray mutated(QByteArray bytes, std::mt19937& generator);
