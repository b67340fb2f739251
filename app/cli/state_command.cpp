#include "app/cli/state_command.h"

#include "core/base/disk.h"
#include "core/state/listed_highlights.h"
#include "core/state/state_exchange.h"
#include "core/state/state_json.h"

#include <cstddef>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>

namespace lectern::app {

namespace {

constexpr std::size_t kMaxStateBytes = std::size_t{1} << 30U;

core::Result<std::string> readInput(const std::string &file)
{
    if (file == "-") {
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    }
    core::Result<core::FileBytes> read
        = core::readFile(std::filesystem::absolute(file).string(), kMaxStateBytes);
    return read ? core::Result<std::string>(std::move(read).value().bytes) : read.error();
}

/// Nothing that is there already is written over, and no folder is made for a name misspelled.
core::Status mayWrite(const std::filesystem::path &file)
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) {
        return core::Error{core::ErrorCode::Io,
                           file.string()
                               + ": there is such a file. Give another name, or move it away."};
    }
    if (!std::filesystem::is_directory(file.parent_path(), ignored)) {
        return core::Error{core::ErrorCode::NotFound,
                           file.parent_path().string()
                               + ": there is no such folder. Check how it is spelled."};
    }
    return core::Ok{};
}

core::Result<std::string> exportTo(const core::StateStore &store, const CliArguments &arguments)
{
    const std::string &file = arguments.file;
    const core::Result<core::StateRecord> record = core::readAll(store);
    if (!record) {
        return record.error();
    }
    std::string text;
    std::string count = std::to_string(record.value().articles.size()) + " articles written\n";
    if (arguments.highlights) {
        const auto highlights = core::exportedHighlights(record.value());
        text = core::exportHighlights(highlights, *arguments.highlights);
        count = std::to_string(highlights.size()) + " highlights written\n";
    } else {
        text = core::encodeState(record.value());
    }
    if (file.empty() || file == "-") {
        return text;
    }
    const std::filesystem::path path = std::filesystem::absolute(file);
    if (const core::Status allowed = mayWrite(path); !allowed) {
        return allowed.error();
    }
    const core::Status written = core::writeFileAtomically(path.string(), text);
    return written ? core::Result<std::string>(count) : written.error();
}

core::Result<std::string> importFrom(const core::StateStore &store, const std::string &file)
{
    const core::Result<std::string> json = readInput(file);
    if (!json) {
        return json.error();
    }
    const core::Result<core::StateRecord> record = core::decodeState(json.value());
    if (!record) {
        return core::Error{record.error().code, file + ": " + record.error().message};
    }
    const core::Result<core::StateImport> merged = core::mergeAll(store, record.value());
    if (!merged) {
        return merged.error();
    }
    return std::to_string(merged.value().articles) + " articles read, "
        + std::to_string(merged.value().added) + " of them new\n";
}

} // namespace

core::Result<std::string> runState(const CliArguments &arguments)
{
    const core::Result<core::StateStore> store = core::StateStore::open(core::stateFilePath());
    if (!store) {
        return store.error();
    }
    if (const auto &salvage = store.value().report().salvage) {
        std::cerr << "lectern-cli: the reading state was damaged; " << salvage->articles
                  << " articles could be read, the rest is in " << salvage->damagedFile << '\n';
    }
    return arguments.action == StateAction::Export ? exportTo(store.value(), arguments)
                                                   : importFrom(store.value(), arguments.file);
}

} // namespace lectern::app
