// Which addresses are public: what a document names must not reach into the network of the machine that checks it.
import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries (iana-ipv4-special-registry, iana-ipv6-special-registry): what is not globally reachable, and multicast.
const special: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Of IPv6 only global unicast is public, and of that not tunnels (Teredo, 6to4), documentation and benchmarking, which lead elsewhere. */
const globalUnicast: readonly (readonly [string, number])[] = [["2000::", 3]];
const special6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

function listOf(subnets: readonly (readonly [string, number])[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [net, bits] of subnets) list.addSubnet(net, bits, family);
  return list;
}
/** Made when the first address is asked for: most runs ask for none. */
let lists: Readonly<Record<"special4" | "globalUnicast" | "special6", BlockList>> | undefined;

/** Whether an IP address is reachable from everywhere. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  lists ??= { special4: listOf(special, "ipv4"), globalUnicast: listOf(globalUnicast, "ipv6"), special6: listOf(special6, "ipv6") };
  if (kind === 4) return !lists.special4.check(address, "ipv4");
  // Mapped and translated IPv4 lies outside of global unicast.
  return kind === 6 && lists.globalUnicast.check(address, "ipv6") && !lists.special6.check(address, "ipv6");
}

/** Whether a host is nobody's in public: no dot, or a name that is reserved (RFC 2606, 6761, 6762, 8375). */
export function isPrivateHost(host: string): boolean {
  const name = host
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
  if (isIP(name) !== 0) return !isPublicAddress(name);
  return (
    !name.includes(".") || /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|test|example|invalid|onion|example\.(?:com|net|org|edu))$/.test(name)
  );
}
