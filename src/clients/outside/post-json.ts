import { AppError } from '../../errors.ts';
import type { OutsideHttp } from './outside-http.ts';

/** Largest answer, bytes. */
const maxBytes = 64 * 1024;

/** Posts JSON to an allowed host and reads JSON. @throws AppError for a refusal and for every other answer. */
export function createPostJson(
  http: OutsideHttp,
): (request: {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}) => Promise<unknown> {
  return async ({ url, body, signal }) => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const text = JSON.stringify(body);
    const answer = await http({ method: 'POST', url: new URL(url), headers, body: text, signal, maxBytes });
    if (answer.kind === 'refused') throw new AppError({ code: answer.code, publicMessage: answer.message });
    if (answer.status !== 200)
      throw new AppError({
        code: 'endpoint-failed',
        publicMessage: `The endpoint answered ${answer.status}.`,
      });
    return JSON.parse(answer.body) as unknown;
  };
}
