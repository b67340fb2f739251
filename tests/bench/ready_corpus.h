#pragma once

#include "tests/bench/corpus.h"

#include <cstdint>
#include <string>

namespace lectern::bench {

/// The folder below \a work that holds \a articles generated articles; made when it is not there.
/// Ends the process when that fails.
std::string readyCorpus(const std::string &work, std::uint32_t articles,
                        Broken broken = Broken::Some);

} // namespace lectern::bench
