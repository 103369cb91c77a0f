#pragma once

#include <cstdint>
#include <span>

/// Lengths of the best codes for symbols that occur so often (Huffman 1952), none longer than `limit`, 15 at
/// most; 0 for those that do not occur. At least two of at most 288 symbols get a code.
void findCodeLengths(std::span<const std::uint32_t> counts, int limit, std::uint8_t* lengths);

/// The codes that belong to their lengths (RFC 1951, section 3.2.2), turned round as deflate writes them.
void findCodes(std::span<const std::uint8_t> lengths, std::uint16_t* codes);
