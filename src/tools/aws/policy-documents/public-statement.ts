import { type PolicyStatement, textsOf } from './policy-document.ts';

/** Condition keys of a caller's account, organisation or network, or of the resource a service acts for. */
const narrowing =
  /^aws:(principal(orgid|orgpaths|arn|account)|source(arn|account|orgid|orgpaths|owner|vpc|vpce|ip))$/i;

/** Operators that say no when the key is missing from the request. */
const demanding =
  /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/i;

/** Whether an Allow is for everybody and no condition holds it to somebody known. */
export function letsEverybodyIn({
  Effect,
  Principal,
  NotPrincipal,
  Condition = {},
}: PolicyStatement): boolean {
  if (Effect !== 'Allow') return false;
  if (NotPrincipal !== undefined) return true;
  const named = typeof Principal === 'object' ? Object.values(Principal).flat() : textsOf(Principal);
  if (!named.some(name => name.includes('*'))) return false;
  return !Object.entries(Condition).some(
    ([operator, keys]) =>
      demanding.test(operator) &&
      Object.entries(keys).some(
        ([key, value]) => narrowing.test(key) && [value].flat().every(one => isNarrow(key, String(one))),
      ),
  );
}

/** Whether a value is somebody's: what everybody can have in an account of their own holds nobody back. */
function isNarrow(key: string, value: string): boolean {
  if (/ip$/i.test(key)) return isNarrowNetwork(value);
  // Below an organisation's own number everything is that organisation's.
  if (/orgpaths$/i.test(key)) return /^o-[^*?/]+\//.test(value);
  const [, , service, , account = '', ...rest] = value.split(':');
  if (!/arn$/i.test(key)) return !/[*?]/.test(value);
  // Names of buckets have no account in them, and no two owners.
  if (account === '' && service === 's3') return !/[*?]/.test(rest.join(':').split('/')[0] ?? '');
  return /^\d{12}$/.test(account);
}

/** No network of more than a 256th of the addresses (IPv4) or a provider's block (IPv6). */
function isNarrowNetwork(value: string): boolean {
  const network = /^[0-9a-f.:]+(?:\/(\d{1,3}))?$/i.exec(value);
  if (network === null) return false;
  return Number(network[1] ?? 128) >= (value.includes(':') ? 32 : 8);
}
