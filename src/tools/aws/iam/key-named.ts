import type { AccessKeyMetadata } from '../../../clients/aws/sdk/iam.ts';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import { noSuch, noToolFor } from './refusals.ts';

/** The one key whose id ends so, or why there is none. */
export function keyNamed(
  tool: string,
  keys: readonly AccessKeyMetadata[],
  ending: string,
): { readonly kind: 'key'; readonly id: string; readonly active: boolean } | ToolRefusal {
  const [first, second] = keys.filter(({ AccessKeyId }) => AccessKeyId?.endsWith(ending) === true);
  if (first?.AccessKeyId === undefined) return noSuch(tool, 'access key that ends in', ending);
  if (second !== undefined) return noToolFor(tool, `both keys end in ${ending}; use the console.`);
  return { kind: 'key', id: first.AccessKeyId, active: first.Status === 'Active' };
}
