import ipaddr from "ipaddr.js";

const internet = ipaddr.parseCIDR("2000::/3");

/**
 * True for an IP literal that anyone on the Internet may be reached at. Everything with a special meaning is not:
 * private, loopback, link-local, shared (100.64/10), multicast, reserved, and the IPv6 forms that carry an IPv4
 * address inside (mapped, NAT64, 6to4, Teredo), because a gateway may turn those back into a private one. What is left
 * of IPv6 counts where the Internet is, 2000::/3: outside of it is among others the old form ::10.0.0.1.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(internet));
}
