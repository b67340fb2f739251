#pragma once

#include <QHostAddress>

namespace lectern::ui {

/// Whether \a address lies on the public network. An article must not be able to make the reader's
/// computer talk to itself, to its router or to machines beside it. Addresses that wrap an IPv4
/// address (mapped, 6to4, NAT64) are judged by that one. Pure.
bool isPublicAddress(const QHostAddress &address);

} // namespace lectern::ui
