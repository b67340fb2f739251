#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <string>

namespace lectern::core {

// The first three are the examples that the standard's authors publish.

TEST(Sha256, sha256Hex_ofNothing)
{
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, sha256Hex_ofOneBlock)
{
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, sha256Hex_ofAMillionLetters)
{
    EXPECT_EQ(sha256Hex(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, sha256Hex_whenThePaddingNeedsABlockOfItsOwn)
{
    EXPECT_EQ(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, sha256Hex_whereverTheLengthFallsInABlock)
{
    // Python's hashlib made the value: the digest of the digests of 0 to 299 such bytes.
    std::string bytes;
    std::string digests;
    for (int length = 0; length < 300; ++length) {
        digests += sha256Hex(bytes);
        bytes += static_cast<char>(length * 7 + 3);
    }

    EXPECT_EQ(sha256Hex(digests),
              "e58750e2a145fc5559c66f9b6cfb156f52894470a74c4daec866d7b6ceea29ea");
}

TEST(Sha256, sha256Hex_changesWithEveryBit)
{
    const std::string bytes(130, 'x');
    const std::string digest = sha256Hex(bytes);
    for (std::size_t position = 0; position < bytes.size(); ++position) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = bytes;
            changed[position] = static_cast<char>(changed[position] ^ (1 << bit));

            EXPECT_NE(sha256Hex(changed), digest) << position;
        }
    }
}

} // namespace lectern::core
