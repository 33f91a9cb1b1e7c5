import type { Tool, ToolRefusal } from '../../contracts/tool.ts';
import { AppError } from '../../errors.ts';

/** The same tool, whose GitHub errors are refusals a caller can act on, or `AppError`s where trying again can help. */
export function withGitHubFailures(tool: Tool): Tool {
  const { plan, handle, reconcile } = tool;
  return {
    ...tool,
    ...(plan !== undefined && { plan: (input, call) => orRefusal(tool, plan(input, call)) }),
    handle: (input, call) => orRefusal(tool, handle(input, call)),
    ...(reconcile !== undefined && { reconcile: (input, call) => orRefusal(tool, reconcile(input, call)) }),
  };
}

async function orRefusal<Answer>(tool: Tool, answer: Promise<Answer>): Promise<Answer | ToolRefusal> {
  try {
    return await answer;
  } catch (error) {
    return refusalOf(tool, error);
  }
}

/** What Octokit throws. */
type RequestFailure = Error & {
  readonly status: number;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>>; readonly data?: unknown };
};

function refusalOf(tool: Tool, error: unknown): ToolRefusal {
  if (!isRequestFailure(error)) throw error;
  const { status } = error;
  const message = messageOf(error);
  const isLimited = status === 429 || (status === 403 && /rate limit/i.test(message));
  if (isLimited || status >= 500) {
    throw new AppError({
      code: isLimited ? 'github-limits' : 'github-failed',
      publicMessage: `${tool.name}: GitHub ${isLimited ? 'limits our requests' : `answered ${status}`}; try again later.`,
      retryable: true,
      cause: error,
    });
  }
  switch (status) {
    case 401:
      return refused(
        'github-unauthorised',
        `${tool.name}: GitHub does not know the token (401); it may have expired.`,
      );
    case 403:
      return refused('github-forbidden', forbidden(tool, error, message));
    case 404:
      return refused(
        'not-found',
        `${tool.name}: GitHub has no such thing (404), or the credentials may not see it${needed(tool)}.`,
      );
    default:
      return refused(`github-${status}`, `${tool.name}: GitHub refused (${status}): ${message}`);
  }
}

function forbidden(tool: Tool, error: RequestFailure, message: string): string {
  const accepted = error.response?.headers?.['x-accepted-github-permissions'];
  const asked = typeof accepted === 'string' && accepted !== '' ? ` GitHub asks for ${accepted}.` : '';
  return `${tool.name}: GitHub refused (403): ${message}${needed(tool)}.${asked}`;
}

function needed(tool: Tool): string {
  const permissions = tool.permissions.github ?? [];
  return permissions.length === 0 ? '' : `; the tool needs ${permissions.join(', ')}`;
}

function refused(code: string, message: string): ToolRefusal {
  return { kind: 'refused', code, message };
}

function isRequestFailure(error: unknown): error is RequestFailure {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

/** The HTTP status of an error of Octokit's, if it is one. */
export function statusOf(error: unknown): number | undefined {
  return isRequestFailure(error) ? error.status : undefined;
}

/** GitHub's own words, shortened: they can repeat what was sent. */
function messageOf(error: RequestFailure): string {
  const { data } = error.response ?? {};
  const message =
    typeof data === 'object' && data !== null && 'message' in data ? data.message : error.message;
  const errors =
    typeof data === 'object' && data !== null && 'errors' in data ? JSON.stringify(data.errors) : '';
  return `${String(message)}${errors === '' ? '' : ` ${errors}`}`.slice(0, 400);
}
