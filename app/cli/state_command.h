#pragma once

#include "app/cli/cli_arguments.h"
#include "core/base/result.h"

#include <string>

namespace lectern::app {

/// Does what `lectern-cli state` asks for with the reading state of this user. The result is what
/// to print.
core::Result<std::string> runState(const CliArguments &arguments);

} // namespace lectern::app
