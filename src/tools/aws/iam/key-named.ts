import type { AccessKeyMetadata } from '../../../clients/aws/sdk/iam.ts';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import { noToolFor } from './refusals.ts';

/** The one key whose id ends so, or why there is none. */
export function keyNamed(
  tool: string,
  keys: readonly AccessKeyMetadata[],
  ending: string,
): { readonly kind: 'key'; readonly id: string; readonly active: boolean } | ToolRefusal {
  const [first, second] = keys.filter(({ AccessKeyId }) => AccessKeyId?.endsWith(ending) === true);
  if (first?.AccessKeyId === undefined)
    return {
      kind: 'refused',
      code: 'aws-not-found',
      message: `${tool}: the user has no access key that ends in ${ending}; iam_list_access_keys tells which there are.`,
    };
  if (second !== undefined) return noToolFor(tool, `both keys end in ${ending}; use the console.`);
  return { kind: 'key', id: first.AccessKeyId, active: first.Status === 'Active' };
}
