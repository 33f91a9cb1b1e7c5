import { BlockList, isIP } from 'node:net';

/** Not on the public internet (IANA's special-purpose address registries). */
const privateRanges = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 127],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

/** Where clouds hand out credentials to whoever can ask. */
const metadataRanges = [
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['fd00:ec2::', 32],
  ['fe80::', 10],
] as const;

const privateAddresses = blockList(privateRanges);
const metadataAddresses = blockList(metadataRanges);

function blockList(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, familyOf(network));
  return list;
}

/**
 * Why an IP address must not be asked, or undefined when it may. Link-local addresses, where cloud metadata is served,
 * are refused even where private ones are allowed.
 */
export function addressProblem(address: string, allowPrivate: boolean): 'private' | 'metadata' | undefined {
  const plain = mapped(address);
  const family = familyOf(plain);
  if (metadataAddresses.check(plain, family)) return 'metadata';
  return !allowPrivate && privateAddresses.check(plain, family) ? 'private' : undefined;
}

/** `::ffff:127.0.0.1` is 127.0.0.1. */
function mapped(address: string): string {
  const match = /^::ffff:(?<v4>\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  return match?.groups?.['v4'] ?? address;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
