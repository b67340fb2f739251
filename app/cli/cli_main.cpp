#include "app/cli/cli_commands.h"
#include "core/base/freed_memory.h"

#include <iostream>
#include <span>

int main(int count, char **words)
{
    lectern::core::keepFreedMemory();
    const std::span<const char *const> all(words, static_cast<std::size_t>(count));
    const auto arguments = lectern::app::parseCliArguments(all.subspan(1));
    if (!arguments) {
        std::cerr << "lectern-cli: " << arguments.error().message << '\n';
        return lectern::app::CannotDoIt;
    }
    return lectern::app::runCommand(arguments.value());
}
