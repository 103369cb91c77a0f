#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

/// True where the processor hashes sixteen messages in less than twice the time of one: AVX-512.
bool hasSha256Lanes();

/// The SHA-256 of each message as 64 hexadecimal digits. Many messages are hashed side by side where the
/// processor can; the digests are those of Sha256 in any case. FIPS 180-4, section 6.2.
std::vector<QByteArray> sha256OfEach(std::span<const QByteArrayView> messages);
