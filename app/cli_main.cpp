#include "core/base/timestamp.h"

int main()
{
    return lectern::core::parseTimestamp("2025") ? 0 : 2;
}
