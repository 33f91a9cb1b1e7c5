import type { AwsChangeLimits, Tag } from '../../contracts/aws.ts';
import type { ToolRefusal } from '../../contracts/tool.ts';
import { AppError } from '../../errors.ts';
import type { AwsPlan } from './define-aws-tool.ts';

/**
 * Whether a plan may be asked for and carried out: what it touches is managed and not protected, and it is not too much
 * at once. Undefined: it may. Looked at for the plan and again right before the act, before the first call of it.
 *
 * @throws AppError when the plan asks for rights that the tool does not declare: our mistake.
 */
export function guardPlan(
  tool: { readonly name: string; readonly permissions: { readonly iam?: readonly string[] } },
  plan: AwsPlan,
  limits: AwsChangeLimits,
): ToolRefusal | undefined {
  assertDeclared(tool, plan);
  const { targets = [], population } = plan;
  const refused = (code: string, message: string): ToolRefusal => ({
    kind: 'refused',
    code,
    message: `${tool.name}: ${message}`,
  });
  const { protectedTags, managedTag, maxResources, maxPercent } = limits;
  for (const { arn, tags } of targets) {
    if (tags === undefined) continue;
    const guard = protectedTags.find(tag => carries(tags, tag));
    if (guard !== undefined) {
      return refused(
        'protected',
        `${arn} carries the tag ${shown(guard)}, so it is not changed. Whoever owns it can take the tag away.`,
      );
    }
    if (managedTag !== undefined && !carries(tags, managedTag)) {
      return refused(
        'unmanaged',
        `${arn} does not carry the tag ${shown(managedTag)}, so it is not ours to change. Tag what may be changed, or set \`aws.managed\`.`,
      );
    }
  }
  if (targets.length > maxResources) {
    return refused(
      'too-many',
      `it concerns ${targets.length} resources; ${maxResources} is the most at once (\`aws.max-resources\`). Nothing was done.`,
    );
  }
  if (targets.length > 1 && population !== undefined && targets.length * 100 > population * maxPercent) {
    return refused(
      'too-large-a-share',
      `it concerns ${targets.length} of ${population}; ${maxPercent} percent is the most at once (\`aws.max-percent\`). Nothing was done.`,
    );
  }
  return undefined;
}

function carries(tags: Readonly<Record<string, string>>, { key, value }: Tag): boolean {
  return Object.hasOwn(tags, key) && (value === '' || tags[key] === value);
}

function shown({ key, value }: Tag): string {
  return value === '' ? `\`${key}\`` : `\`${key}\` = \`${value}\``;
}

function assertDeclared(
  {
    name,
    permissions,
  }: { readonly name: string; readonly permissions: { readonly iam?: readonly string[] } },
  { grants }: AwsPlan,
): void {
  const undeclared = grants
    .flatMap(({ actions }) => actions)
    .filter(action => permissions.iam?.includes(action) !== true);
  if (undeclared.length > 0) {
    throw new AppError({
      code: 'undeclared-action',
      publicMessage: `${name} asks for ${undeclared.join(', ')}, which it does not declare.`,
    });
  }
}
