#include "tests/bench/ready_corpus.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace lectern::bench {

std::string readyCorpus(const std::string &work, std::uint32_t articles, Broken broken)
{
    std::string folder
        = work + (broken == Broken::Some ? "/corpus-" : "/corpus-yaml-") + std::to_string(articles);
    const std::string done = folder + ".done";
    if (!std::filesystem::exists(done)) {
        std::filesystem::remove_all(folder);
        if (!writeCorpus({.folder = folder, .articles = articles, .broken = broken})) {
            std::fprintf(stderr, "bench: %s cannot be written\n", folder.c_str());
            std::exit(2);
        }
        std::ofstream(done) << articles;
        // Files that were written just now are read with more care; let them rest.
        ::sync();
        std::this_thread::sleep_for(std::chrono::seconds(2));
    }
    return folder;
}

} // namespace lectern::bench
