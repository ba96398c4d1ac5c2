import ipaddr from "ipaddr.js";

/**
 * True for an IP literal that anyone on the Internet may be reached at. Everything with a special meaning is not:
 * private, loopback, link-local, shared (100.64/10), multicast, reserved, and the IPv6 forms that carry an IPv4
 * address inside (mapped, NAT64, 6to4, Teredo), because a gateway may turn those back into a private one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
}
