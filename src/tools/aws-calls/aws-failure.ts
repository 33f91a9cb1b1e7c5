import type { AwsFailure } from '../../clients/aws/aws-failure.ts';
import type { ToolRefusal } from '../../contracts/tool.ts';
import { AppError } from '../../errors.ts';

/**
 * What AWS answered instead: a refusal that a caller can act on.
 *
 * @throws AppError where trying again can help.
 */
export function refusalOf(tool: string, { kind, message, next, retryable }: AwsFailure): ToolRefusal {
  const publicMessage = `${tool}: ${message} ${next}`;
  if (retryable) throw new AppError({ code: `aws-${kind}`, publicMessage, retryable });
  return { kind: 'refused', code: `aws-${kind}`, message: publicMessage };
}
