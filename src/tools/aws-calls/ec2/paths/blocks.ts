/** A range of IPv4 addresses, both ends included. */
export type Block = { readonly first: number; readonly last: number };

/** How one range lies to another. */
export type Overlap = 'covers' | 'overlaps' | 'apart';

/** Reads `10.0.0.0/8` or a single address; undefined for anything else, IPv6 included. */
export function readBlock(cidr: string): Block | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(cidr);
  if (match === null) return undefined;
  const octets = match.slice(1, 5).map(Number);
  const length = Number(match[5] ?? 32);
  if (octets.some(octet => octet > 255) || length > 32) return undefined;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - length);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

/** How `outer` lies to `inner`; also for ranges of ports. */
export function overlapOf(outer: Block, inner: Block): Overlap {
  if (outer.last < inner.first || inner.last < outer.first) return 'apart';
  return outer.first <= inner.first && inner.last <= outer.last ? 'covers' : 'overlaps';
}

/** Addresses that the internet does not carry (RFC 1918, RFC 6598, loopback, link-local). */
const privateBlocks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
];

/** Whether a block is wholly out of the internet. */
export function isPrivate(block: Block): boolean {
  return privateBlocks.some(cidr => {
    const outer = readBlock(cidr);
    return outer !== undefined && overlapOf(outer, block) === 'covers';
  });
}
