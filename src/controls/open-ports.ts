import type { PortRule } from './snapshot.ts';

/** The whole internet, by IP version. */
export const anywhere: Readonly<Record<'ipv4' | 'ipv6', string>> = { ipv4: '0.0.0.0/0', ipv6: '::/0' };

/** Ports that machines are administered over: SSH and RDP. */
export const adminPorts: readonly number[] = [22, 3389];

/** Whether a range of addresses is all of them, however it is written (`0.0.0.0/0`, `::/0`, `0:0:0:0:0:0:0:0/0`). */
export function isAnywhere(range: string, version: 'ipv4' | 'ipv6'): boolean {
  return range.endsWith('/0') && range.includes(':') === (version === 'ipv6');
}

/** Whether a rule's protocol carries TCP or UDP; numbers are IANA's. */
export function carriesPorts(protocol: string): boolean {
  return ['-1', 'tcp', 'udp', '6', '17'].includes(protocol);
}

/** Those of the ports that a rule lets in from anywhere. */
export function openPorts(
  rule: PortRule,
  ports: readonly number[],
  version: 'ipv4' | 'ipv6',
): readonly number[] {
  if (!carriesPorts(rule.protocol) || !rule.ranges.some(range => isAnywhere(range, version))) return [];
  // Without protocol the ports mean nothing: everything is let in.
  if (rule.protocol === '-1') return ports;
  return ports.filter(port => (rule.from ?? 0) <= port && port <= (rule.to ?? 65_535));
}
