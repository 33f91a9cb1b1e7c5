import type { SecretVerdict, SecretVerifier } from '../contracts/secret-verifier.ts';
import { type SecretProvider, secretProviders } from './secret-providers.ts';

/** Longest wait for one answer, milliseconds. */
const timeoutMs = 5000;
/** Most requests of one run. */
const maxRequests = 50;
/** What tokens are made of: nothing that could end a header. */
const tokenPattern = /^[\w.-]{8,512}$/;

/**
 * A verifier for one run: every secret is asked about once, at most 50 requests are made, and a provider that cannot
 * be reached is not asked again. Redirects are not followed.
 */
export function createSecretVerifier(
  options: {
    /** Where a provider's origin answers instead, for tests. Default: each at its own. */
    readonly baseUrls?: ReadonlyMap<string, string>;
  } = {},
): SecretVerifier {
  const verdicts = new Map<string, SecretVerdict>();
  const unreachable = new Set<SecretProvider>();
  let requests = 0;
  const verify: SecretVerifier['verify'] = async (rule, secret) => {
    const provider = providerOf(rule);
    if (provider?.pattern.test(secret) !== true || !tokenPattern.test(secret)) return { kind: 'unsupported' };
    const known = verdicts.get(secret);
    if (known !== undefined) return known;
    const { host } = new URL(provider.origin);
    if (unreachable.has(provider)) return noAnswer(host);
    if (requests >= maxRequests) {
      return { kind: 'no-answer', reason: `at most ${maxRequests} are asked about in one run` };
    }
    requests++;
    const response = await ask(provider, secret, options.baseUrls?.get(provider.origin) ?? provider.origin);
    if (response === undefined) unreachable.add(provider);
    const verdict = response === undefined ? noAnswer(host) : verdictOf(provider, response, host);
    verdicts.set(secret, verdict);
    return verdict;
  };
  return { supports: rule => providerOf(rule) !== undefined, verify };
}

function providerOf(rule: string): SecretProvider | undefined {
  return secretProviders.find(({ rules }) => rules.includes(rule));
}

type Answer = { readonly status: number; readonly body: unknown };

function noAnswer(host: string): SecretVerdict {
  return { kind: 'no-answer', reason: `${host} did not answer` };
}

/** Undefined when there was no answer. The error is not told: that of a bad header would quote the secret. */
async function ask(provider: SecretProvider, secret: string, baseUrl: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(`${baseUrl}${provider.path}`, {
      method: provider.method ?? 'GET',
      headers: { ...provider.headers(secret), accept: 'application/json', 'user-agent': 'agentic-devops' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (provider.judge === undefined) {
      await response.body?.cancel();
      return { status: response.status, body: undefined };
    }
    const text = await response.text();
    return { status: response.status, body: response.ok ? parseJson(text) : undefined };
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function verdictOf(provider: SecretProvider, { status, body }: Answer, host: string): SecretVerdict {
  const judged = isOk(status) && provider.judge !== undefined ? provider.judge(body) : byStatus(status);
  switch (judged) {
    case 'accepted':
      return { kind: 'accepted' };
    case 'refused':
      return { kind: 'refused', doubt: provider.doubt };
    case 'unclear':
      return { kind: 'no-answer', reason: `the answer of ${host} (status ${status}) does not tell` };
  }
}

/** 403 is unclear in general: too few rights, a rate limit, or an address that is not allowed. */
function byStatus(status: number): 'accepted' | 'refused' | 'unclear' {
  if (isOk(status)) return 'accepted';
  return status === 401 ? 'refused' : 'unclear';
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}
