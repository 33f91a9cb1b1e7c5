import type { OutsideAnswer, OutsideHttp } from '../../clients/outside/outside-http.ts';
import type { HttpToolConfig, SecretHeader } from '../../contracts/external-tool.ts';
import type { Tool, ToolAnswer, ToolCall, ToolPlan, ToolRefusal } from '../../contracts/tool.ts';
import { AppError } from '../../errors.ts';
import { parametersFromSchema } from './parameters-from-schema.ts';

/** Largest answer that is read, bytes. */
const maxBytes = 2 * 1024 * 1024;

type Secret = (variable: string, host: string) => string | undefined;

/** Says how a secret becomes one that may go to a host. */
export function missingSecret({ env }: SecretHeader, host: string): string {
  return `the secret must be in the environment variable ${env}, and ${env}_HOST must say ${host}: a secret only goes where its owner sends it.`;
}

type Input = Readonly<Record<string, unknown>>;

/** An HTTP endpoint as the tool `http_<name>`. */
export function createHttpTool(
  name: string,
  config: HttpToolConfig,
  ports: {
    readonly http: OutsideHttp;
    /** Value of a secret that may go to a host. */
    readonly secret: Secret;
  },
): Tool {
  const { method, risk } = config;
  const isRepeatable = method !== 'POST' && method !== 'PATCH';
  return {
    name: `http_${name}`,
    family: 'http',
    description: config.description,
    risk,
    permissions: {},
    undo:
      risk === 'read'
        ? { kind: 'none' }
        : { kind: 'manual', how: `Ask whoever runs ${new URL(config.url).host}.` },
    parameters: parametersFromSchema({ type: 'object', additionalProperties: false, ...config.input }),
    timeoutMs: config.timeoutMs,
    maxResultBytes: 64 * 1024,
    example: {},
    idempotent: isRepeatable,
    plan: (input, _call) => Promise.resolve(planOf(config, input)),
    async handle(input, call) {
      const request = requestOf(config, input, ports.secret);
      if ('kind' in request) return request;
      return answerOf(
        await ports.http({ ...request, signal: call.signal, maxBytes, headers: headersOf(request, call) }),
      );
    },
  };
}

function planOf(config: HttpToolConfig, input: Input): ToolPlan | ToolRefusal {
  const request = requestOf(config, input, () => '');
  if ('kind' in request) return request;
  const { url, body } = request;
  const sent = body === undefined ? '' : ` with ${body.slice(0, 500)}`;
  return { kind: 'plan', summary: `${config.method} ${url.href}${sent}`, checkedBy: 'pre-check' };
}

type Request = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

/** The service can tell a repeated call by its key. */
function headersOf({ headers, method }: Request, call: ToolCall): Readonly<Record<string, string>> {
  return method === 'GET' ? headers : { ...headers, 'idempotency-key': call.idempotencyKey };
}

function requestOf(config: HttpToolConfig, input: Input, secret: Secret): Request | ToolRefusal {
  const placed = place(config.url, input);
  if ('kind' in placed) return placed;
  const { url, rest } = placed;
  const hasBody = !['GET', 'DELETE'].includes(config.method);
  if (!hasBody) {
    for (const [key, value] of Object.entries(rest))
      for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(key, textOf(one));
  }
  const { secretHeader } = config;
  const value = secretHeader && secret(secretHeader.env, url.host);
  if (secretHeader !== undefined && value === undefined) {
    return refused('secret-missing', missingSecret(secretHeader, url.host));
  }
  return {
    method: config.method,
    url,
    headers: {
      accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(secretHeader !== undefined && { [secretHeader.name]: `${secretHeader.prefix}${value}` }),
    },
    body: hasBody ? JSON.stringify(rest) : undefined,
  };
}

/** Puts parameters into the path, each as one segment or a part of one; the others are left for query or body. */
function place(template: string, input: Input): { readonly url: URL; readonly rest: Input } | ToolRefusal {
  const used = new Set<string>();
  const problems: string[] = [];
  const address = template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    used.add(name);
    const text = Object.hasOwn(input, name) ? textOf(input[name]) : '';
    // An empty or dotted segment would lead to another place than the one that is configured.
    if (text === '' || /^\.+$/.test(text)) problems.push(name);
    return encodeURIComponent(text);
  });
  if (problems.length > 0)
    return refused('invalid-input', `"${problems.join('", "')}" must be a text that can stand in a path.`);
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !used.has(name)));
  return { url: new URL(address), rest };
}

function answerOf(answer: OutsideAnswer): ToolAnswer {
  if (answer.kind === 'refused') return answer;
  const { status, body, headers } = answer;
  if (status >= 500 || status === 429) {
    throw new AppError({
      code: `http-${status}`,
      publicMessage: `The endpoint answered ${status}.`,
      retryable: true,
    });
  }
  if (status >= 300)
    return refused(`http-${status}`, `The endpoint answered ${status}: ${body.slice(0, 300)}`);
  return { kind: 'ok', value: { status, body: parsed(body, headers['content-type']) } };
}

function parsed(body: string, type = ''): unknown {
  if (!/\bjson\b/i.test(type)) return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function refused(code: string, message: string): ToolRefusal {
  return { kind: 'refused', code, message };
}
