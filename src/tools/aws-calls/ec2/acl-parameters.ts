import { z } from 'zod';
import type { NetworkAcl } from '../../../clients/aws/sdk/ec2.ts';
import { type Opening, openToWorld } from './open-to-world.ts';
import { type ShownAclEntry, shownAclEntries } from './shown-acl-entries.ts';

export const direction = z
  .enum(['ingress', 'egress'])
  .describe('`ingress`: what may come into the subnet; `egress`: what may leave it.');

/** 32767 is AWS's own last entry. */
export const ruleNumber = z
  .number()
  .int()
  .min(1)
  .max(32_766)
  .describe('1 to 32766; the lowest number that fits decides.');

/** The entry of this number and direction. */
export function entryOf(
  acl: NetworkAcl | undefined,
  wanted: { readonly direction: 'ingress' | 'egress'; readonly ruleNumber: number },
): ShownAclEntry | undefined {
  const entries = shownAclEntries(acl?.Entries, wanted.direction === 'egress');
  return entries.find(({ number }) => number === wanted.ruleNumber);
}

type Ports = { readonly from?: number | null | undefined; readonly to?: number | null | undefined };

/** The ports that are meant. */
export function portsOf({ from, to }: Ports): { readonly from: number; readonly to: number } {
  return { from: from ?? 0, to: to ?? from ?? 65_535 };
}

/** For sentences; empty where all are meant. */
export function portsText(ports: Ports): string {
  if ((ports.from ?? ports.to ?? undefined) === undefined) return '';
  const { from, to } = portsOf(ports);
  return from === to ? `${from} ` : `${from}–${to} `;
}

/**
 * As for security groups, but a range of the ports that clients choose for themselves (from 1024 on) may be open: a
 * network ACL does not know connections, so that answers come in through it.
 */
export function openToWorldAcl(
  opening: Opening & { readonly from: number; readonly to: number },
): string | undefined {
  const isForAnswers =
    opening.protocol !== 'all' && opening.from >= 1024 && opening.to - opening.from >= 10_000;
  return isForAnswers ? undefined : openToWorld(opening);
}

/** Whom an ACL guards, for sentences. */
export function guardedBy(acl: NetworkAcl | undefined): string {
  const subnets = (acl?.Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []).toSorted();
  return subnets.length === 0 ? 'no subnet' : subnets.join(', ');
}
