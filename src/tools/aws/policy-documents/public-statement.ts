import { type PolicyStatement, textsOf } from './policy-document.ts';

/** Condition keys that hold a request to known accounts, organisations, networks or resources, and that no caller chooses. */
const narrowing =
  /^aws:(principal(orgid|orgpaths|arn|account|tag\/.+)|source(arn|account|orgid|orgpaths|owner|vpc|vpce|ip))$/i;

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
  const named = typeof Principal === 'object' ? textsOf(Principal['AWS']) : textsOf(Principal);
  if (!named.some(name => name.includes('*'))) return false;
  return !Object.entries(Condition).some(
    ([operator, keys]) =>
      demanding.test(operator) &&
      Object.entries(keys).some(
        ([key, value]) => narrowing.test(key) && [value].flat().every(one => isNarrow(String(one))),
      ),
  );
}

/** Not a wildcard alone, and no network of more than a 256th of the addresses (IPv4) or a provider's block (IPv6). */
function isNarrow(value: string): boolean {
  const network = /^[0-9a-f.:]+\/(\d{1,3})$/i.exec(value);
  if (network !== null) return Number(network[1]) >= (value.includes(':') ? 32 : 8);
  return /[^*?:/]/.test(value.replace(/^arn:[^:]*/, ''));
}
