#include "core/base/sha256.h"
#include "core/image/image_store.h"
#include "tests/support/image_samples.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <random>
#include <string>

namespace lectern::core {

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using lectern::test::pngHeader;

constexpr std::array kFailures{
    ImageFailure::NotFound,         ImageFailure::ServerRefused,    ImageFailure::HostUnknown,
    ImageFailure::Unreachable,      ImageFailure::TimedOut,         ImageFailure::Insecure,
    ImageFailure::TooManyRedirects, ImageFailure::ForbiddenAddress, ImageFailure::TooLarge,
    ImageFailure::TooManyPixels,    ImageFailure::NotAnImage,       ImageFailure::Broken,
    ImageFailure::FetchingOff};

std::string picture(std::uint32_t number, std::size_t sizeBytes)
{
    std::string bytes = pngHeader(number + 1, 1);
    bytes.resize(std::max(sizeBytes, bytes.size()), 'x');
    return bytes;
}

/// What a store should know of an address.
struct Known
{
    std::string bytes; ///< empty: a failure
    ImageFailure failure = ImageFailure::NotFound;
    std::chrono::system_clock::time_point expires;
};

class ImageStoreProperty : public testing::Test
{
protected:
    ImageStoreOptions withBudget(std::uint64_t bytes)
    {
        return {.budgetBytes = bytes, .now = [this] { return now; }};
    }

    std::uint64_t bytesOnDisk() const
    {
        std::uint64_t total = 0;
        if (fs::exists(folder.path("objects"))) {
            for (const auto &entry : fs::recursive_directory_iterator(folder.path("objects"))) {
                total += entry.is_regular_file() ? entry.file_size() : 0;
            }
        }
        return total;
    }

    void expectKnown(const StoreAnswer &answer, const std::map<std::string, Known> &model,
                     const std::string &url) const
    {
        const auto known = model.find(url);
        if (known == model.end() || (known->second.bytes.empty() && known->second.expires <= now)) {
            ASSERT_TRUE(std::holds_alternative<std::monostate>(answer)) << url;
        } else if (known->second.bytes.empty()) {
            ASSERT_TRUE(std::holds_alternative<ImageFailure>(answer)) << url;
            ASSERT_EQ(std::get<ImageFailure>(answer), known->second.failure) << url;
        } else {
            ASSERT_TRUE(std::holds_alternative<StoredImage>(answer)) << url;
            ASSERT_EQ(std::get<StoredImage>(answer).bytes, known->second.bytes) << url;
        }
    }

    tests::TemporaryFolder folder;
    std::chrono::system_clock::time_point now{std::chrono::seconds(1'800'000'000)};
};

} // namespace

TEST_F(ImageStoreProperty, answersAsASimpleTableDoes_whateverIsAskedInWhateverOrder)
{
    std::mt19937 random(28); // NOLINT(cert-msc51-cpp): the same course in every run
    std::map<std::string, Known> model;
    auto store = std::make_unique<ImageStore>(folder.path(), withBudget(1U << 30U));
    for (int step = 0; step < 1500; ++step) {
        const std::string url = "https://example.org/" + std::to_string(random() % 12);
        switch (random() % 7) {
        case 0:
        case 1: {
            const std::string bytes = picture(random() % 8, 100);
            ASSERT_TRUE(store->keep(url, bytes));
            model[url] = {bytes, {}, {}};
            break;
        }
        case 2: {
            const ImageFailure failure = kFailures[random() % kFailures.size()];
            store->rememberFailure(url, failure);
            if (believedFor(failure).count() > 0) {
                model[url] = {"", failure, now + believedFor(failure)};
            }
            break;
        }
        case 3:
            store->forget(url);
            model.erase(url);
            break;
        case 4:
            now += std::chrono::seconds(random() % 3000);
            break;
        case 5:
            store = std::make_unique<ImageStore>(folder.path(),
                                                 withBudget(1U << 30U)); // the program starts anew
            break;
        default:
            expectKnown(store->find(url), model, url);
        }
        if (step % 100 == 0) {
            ASSERT_EQ(store->usedBytes(), bytesOnDisk()) << "after " << step << " steps";
        }
    }
    for (int number = 0; number < 12; ++number) {
        const std::string url = "https://example.org/" + std::to_string(number);
        expectKnown(store->find(url), model, url);
    }
}

TEST_F(ImageStoreProperty, countsAnImageOnce_howeverManyAddressesHaveIt)
{
    ImageStore store(folder.path(), withBudget(1U << 20U));
    for (int number = 0; number < 10; ++number) {
        ASSERT_TRUE(store.keep("https://example.org/" + std::to_string(number), picture(1, 5000)));
    }

    EXPECT_EQ(bytesOnDisk(), 5000U);
    EXPECT_EQ(store.usedBytes(), 5000U);
}

TEST_F(ImageStoreProperty, dropsNothing_whenTheSameImageComesAgainAndAgain)
{
    ImageStore store(folder.path(), withBudget(12'000));
    ASSERT_TRUE(store.keep("https://example.org/old", picture(1, 5000)));
    for (int number = 0; number < 10; ++number) {
        now += std::chrono::seconds(1);
        ASSERT_TRUE(store.keep("https://example.org/" + std::to_string(number), picture(2, 5000)));
    }

    EXPECT_TRUE(std::holds_alternative<StoredImage>(store.find("https://example.org/old")));
}

TEST_F(ImageStoreProperty, staysWithinItsBudget_andKeepsWhatWasUsedLast)
{
    std::mt19937 random(29); // NOLINT(cert-msc51-cpp)
    constexpr std::uint64_t kBudget = 40'000;
    ImageStore store(folder.path(), withBudget(kBudget));
    for (std::uint32_t number = 0; number < 300; ++number) {
        now += std::chrono::seconds(1);
        const std::string url = "https://example.org/" + std::to_string(number);
        const std::string bytes = picture(number, 100 + random() % 6000);

        ASSERT_TRUE(store.keep(url, bytes));

        ASSERT_LE(bytesOnDisk(), kBudget) << number;
        ASSERT_EQ(store.usedBytes(), bytesOnDisk()) << number;
        const StoreAnswer answer = store.find(url);
        ASSERT_TRUE(std::holds_alternative<StoredImage>(answer)) << "the newest is always there";
    }
}

TEST_F(ImageStoreProperty, keepsAnImageAsLargeAsTheBudget_aloneThen)
{
    ImageStore store(folder.path(), withBudget(10'000));
    ASSERT_TRUE(store.keep("https://example.org/small", picture(1, 500)));

    ASSERT_TRUE(store.keep("https://example.org/large", picture(2, 10'000)));
    const Status tooLarge = store.keep("https://example.org/larger", picture(3, 10'001));

    EXPECT_EQ(bytesOnDisk(), 10'000U);
    EXPECT_TRUE(std::holds_alternative<StoredImage>(store.find("https://example.org/large")));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(store.find("https://example.org/small")));
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.error().code, ErrorCode::TooLarge);
}

TEST_F(ImageStoreProperty, knowsNothing_whateverBytesStandInARecord)
{
    std::mt19937 random(30); // NOLINT(cert-msc51-cpp)
    const std::string url = "https://example.org/a";
    ImageStore store(folder.path(), withBudget(1U << 20U));
    ASSERT_TRUE(store.keep(url, picture(1, 100)));
    const std::string hash = sha256Hex(url);
    const std::string record = "urls/" + hash.substr(0, 2) + "/" + hash.substr(2);
    const std::string object = sha256Hex(picture(1, 100));
    const std::string good = "lectern-image 1\nurl " + url + "\nobject " + object + "\n";
    for (std::size_t position = 0; position < good.size(); ++position) {
        std::string bytes = good;
        bytes[position] = static_cast<char>(bytes[position] ^ (1 << random() % 7));
        folder.write(record, bytes);

        EXPECT_TRUE(std::holds_alternative<std::monostate>(store.find(url))) << bytes;

        folder.write(record, good.substr(0, position));
        EXPECT_TRUE(std::holds_alternative<std::monostate>(store.find(url))) << position;
    }
    folder.write(record, good);
    EXPECT_TRUE(std::holds_alternative<StoredImage>(store.find(url)));
}

TEST_F(ImageStoreProperty, neverLeavesItsFolder_whateverARecordNames)
{
    const std::string url = "https://example.org/a";
    const std::string hash = sha256Hex(url);
    const std::string record = "urls/" + hash.substr(0, 2) + "/" + hash.substr(2);
    const std::string outside = folder.write("secret.png", picture(9, 100));
    ImageStore store(folder.path(), withBudget(1U << 20U));
    for (const std::string &object :
         {std::string("../secret.png"), outside, std::string(64, '.'),
          "../../../../../../../../../../../../../../../../../etc/passwd...."s, std::string()}) {
        folder.write(record, "lectern-image 1\nurl " + url + "\nobject " + object + "\n");

        EXPECT_TRUE(std::holds_alternative<std::monostate>(store.find(url))) << object;
        EXPECT_TRUE(fs::exists(outside)) << object;
    }
}

TEST_F(ImageStoreProperty, doesNotFollowALinkInPlaceOfAnImage)
{
    const tests::TemporaryFolder elsewhere;
    const std::string bytes = picture(1, 100);
    const std::string outside = elsewhere.write("private.png", bytes);
    const std::string url = "https://example.org/a";
    ImageStore store(folder.path(), withBudget(1U << 20U));
    ASSERT_TRUE(store.keep(url, bytes));
    const std::string hash = sha256Hex(bytes);
    const std::string object = folder.path("objects/" + hash.substr(0, 2) + "/" + hash.substr(2));
    fs::remove(object);
    fs::create_symlink(outside, object);

    EXPECT_TRUE(std::holds_alternative<std::monostate>(store.find(url)));
    EXPECT_TRUE(fs::exists(outside));
}

TEST_F(ImageStoreProperty, keepsNoAddressThatIsTooLong)
{
    ImageStore store(folder.path(), withBudget(1U << 20U));
    const std::string longest = "https://example.org/" + std::string((16U << 10U) - 20, 'a');

    EXPECT_TRUE(store.keep(longest, picture(1, 100)));
    EXPECT_TRUE(std::holds_alternative<StoredImage>(store.find(longest)));
    const Status refused = store.keep(longest + "a", picture(1, 100));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    store.rememberFailure(longest + "a", ImageFailure::NotFound);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(store.find(longest + "a")));
}

TEST(ImageFailureProperty, hasANameOfItsOwn_thatLeadsBack)
{
    std::map<std::string_view, ImageFailure> names;
    for (const ImageFailure failure : kFailures) {
        const std::string_view name = failureName(failure);
        EXPECT_TRUE(names.emplace(name, failure).second) << name;
        EXPECT_EQ(failureFromName(name), failure) << name;
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos);
    }
    for (const char *const name : {"", "not found", "NOT-FOUND", "not-foun", "not-found "}) {
        EXPECT_FALSE(failureFromName(name)) << name;
    }
}

TEST(ImageFailureProperty, isBelievedLonger_theLessItPassesByItself)
{
    EXPECT_LT(believedFor(ImageFailure::Unreachable), believedFor(ImageFailure::TimedOut));
    EXPECT_LT(believedFor(ImageFailure::TimedOut), believedFor(ImageFailure::ServerRefused));
    EXPECT_LT(believedFor(ImageFailure::ServerRefused), believedFor(ImageFailure::NotFound));
    EXPECT_EQ(believedFor(ImageFailure::FetchingOff).count(), 0);
    EXPECT_EQ(believedFor(ImageFailure::ForbiddenAddress).count(), 0);
}

} // namespace lectern::core
