#include "ui/reading/web/public_address.h"

#include <algorithm>
#include <array>
#include <optional>

namespace lectern::ui {

namespace {

struct Network
{
    quint32 address;
    int prefixBits;
};

/// IANA's special-purpose registry, without 198.18.0.0/15: proxies that many readers run (Clash,
/// Surge) answer every name with an address from there, and nothing private is reached through it.
constexpr std::array<Network, 13> kNotPublic{{
    {0x00000000, 8}, // this network
    {0x0A000000, 8}, // private
    {0x64400000, 10}, // shared by a provider's customers
    {0x7F000000, 8}, // loopback
    {0xA9FE0000, 16}, // link-local
    {0xAC100000, 12}, // private
    {0xC0000000, 24}, // protocol assignments
    {0xC0000200, 24}, // documentation
    {0xC0A80000, 16}, // private
    {0xC6336400, 24}, // documentation
    {0xCB007100, 24}, // documentation
    {0xE0000000, 4}, // multicast
    {0xF0000000, 4}, // reserved, broadcast
}};

bool isPublicIpv4(quint32 address)
{
    return std::ranges::none_of(kNotPublic, [address](Network network) {
        return (address ^ network.address) >> static_cast<unsigned>(32 - network.prefixBits) == 0;
    });
}

quint32 ipv4At(const Q_IPV6ADDR &address, int offset)
{
    quint32 value = 0;
    for (int index = offset; index < offset + 4; ++index) {
        value = value << 8U | address[index];
    }
    return value;
}

bool isInside(const QHostAddress &address, const char *network)
{
    return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
}

std::optional<quint32> wrappedIpv4(const QHostAddress &address)
{
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (isInside(address, "2002::/16")) {
        return ipv4At(bytes, 2);
    }
    if (isInside(address, "::ffff:0:0/96") || isInside(address, "64:ff9b::/96")) {
        return ipv4At(bytes, 12);
    }
    return std::nullopt;
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        return isPublicIpv4(address.toIPv4Address());
    }
    if (address.protocol() != QAbstractSocket::IPv6Protocol) {
        return false;
    }
    if (const auto ipv4 = wrappedIpv4(address)) {
        return isPublicIpv4(*ipv4);
    }
    return isInside(address, "2000::/3") && !isInside(address, "2001:db8::/32")
        && !isInside(address, "2001::/32");
}

} // namespace lectern::ui
