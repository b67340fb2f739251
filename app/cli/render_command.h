#pragma once

#include "app/cli/cli_arguments.h"
#include "core/base/result.h"

#include <string>

namespace lectern::app {

/// The page that `lectern-cli render` asks for, or its fragment or JSON, ready to be written.
core::Result<std::string> runRender(const CliArguments &arguments);

} // namespace lectern::app
