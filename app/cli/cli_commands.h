#pragma once

#include "app/cli/cli_arguments.h"

namespace lectern::app {

enum ExitCode { Fine = 0, ProblemsFound = 1, CannotDoIt = 2 };

/// Runs one command: results to standard output, reasons for failure to standard error.
ExitCode runCommand(const CliArguments &arguments);

} // namespace lectern::app
