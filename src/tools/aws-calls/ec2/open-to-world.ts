/** Ports through which machines are administered: SSH and RDP (CIS AWS Foundations 5.2 to 5.4). */
const adminPorts = [22, 3389] as const;

/** What comes in through a rule: protocol (`all` for every one), ports (undefined for all) and where from. */
export type Opening = {
  readonly protocol: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly peer: string;
};

/**
 * Why no tool opens this, with or without an approval: every protocol or port, SSH or RDP for the whole internet.
 * Undefined: it may be asked for. The internet is also what is cut into a few huge blocks.
 */
export function openToWorld({ protocol, from, to, peer }: Opening): string | undefined {
  if (!isWorld(peer)) return undefined;
  if (protocol === 'all') return `everything is never opened to ${peer}`;
  if (protocol !== 'tcp' && protocol !== 'udp') return undefined;
  const first = from ?? 0;
  const last = to ?? 65_535;
  if (first === 0 && last === 65_535) return `all ports are never opened to ${peer}`;
  const open = adminPorts.filter(port => first <= port && port <= last);
  return open.length === 0 ? undefined : `port ${open.join(' and ')} is never opened to ${peer}`;
}

/**
 * Whether a block is the internet or a large part of it: `0.0.0.0/0`, and `0.0.0.0/1` beside `128.0.0.0/1` is the
 * same. No organisation has a block of IPv4 shorter than /8, nor one of IPv6 shorter than /16.
 */
export function isWorld(cidr: string): boolean {
  const [address = '', length] = cidr.split('/');
  if (length === undefined) return false;
  return Number(length) < (address.includes(':') ? 16 : 8);
}
