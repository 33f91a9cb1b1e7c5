import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Where tools may go, as the process's environment says. */
export type HostRules = {
  /** `host` (its protocol's own port) or `host:port`. */
  readonly hosts: readonly string[];
  /** Those of them that may be inside a private network, or this machine; plain http is accepted there only. */
  readonly privateHosts: readonly string[];
};

/** An address that a host has. */
export type ResolvedAddress = { readonly address: string; readonly family: number };

/** Finds all addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** What may be connected to, or why nothing may. */
export type Permitted =
  | { readonly kind: 'permitted'; readonly addresses: readonly ResolvedAddress[] }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

/**
 * Decides about an address and fixes what its name stands for: the connection must use exactly these addresses, so
 * that a name which means something else a moment later (DNS rebinding) gains nothing.
 */
export async function permit(url: URL, rules: HostRules, resolve: Resolve): Promise<Permitted> {
  const host = url.host.toLowerCase();
  const isPrivate = rules.privateHosts.includes(host);
  if (!isPrivate && !rules.hosts.includes(host)) {
    return refused(
      'host-not-allowed',
      `${host} is not among the hosts that tools may reach (DEVOPS_TOOL_HOSTS).`,
    );
  }
  if (url.protocol !== 'https:' && !(isPrivate && url.protocol === 'http:'))
    return refused('not-https', `${host} must be reached by https.`);
  // A literal address is not looked up; URL has brought every spelling of it (decimal, octal, mapped) into one form.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  const addresses = family === 0 ? await resolve(url.hostname) : [{ address: literal, family }];
  if (addresses.length === 0) return refused('unknown-host', `${host} has no address.`);
  const inside = addresses.find(({ address }) => !isPublicAddress(address));
  if (inside !== undefined && !isPrivate) {
    return refused(
      'private-address',
      `${host} leads to ${inside.address}, which is not on the public internet. Hosts of one's own network are named in DEVOPS_TOOL_PRIVATE_HOSTS.`,
    );
  }
  return { kind: 'permitted', addresses };
}

function refused(code: string, message: string): Permitted {
  return { kind: 'refused', code, message };
}
