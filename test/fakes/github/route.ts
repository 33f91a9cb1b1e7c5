import type { Buffer } from 'node:buffer';
import type { FakeRepository } from './fake-repository.ts';
import type { FakeState } from './fake-state.ts';

/** Levels of a token's permissions; `write` includes `read`. */
export type Level = 'read' | 'write';
export type Permissions = Readonly<Record<string, string>>;

/** Who a request comes from, told by its token. */
export type Caller =
  | { readonly kind: 'app' }
  | {
      readonly kind: 'installation';
      readonly login: string;
      readonly installationId: number;
      readonly repositories: readonly string[] | undefined;
      readonly permissions: Permissions;
    }
  | { readonly kind: 'user'; readonly login: string; readonly permissions: Permissions }
  | { readonly kind: 'anonymous' };

/** A matched request, its path parameters by their names in GitHub's description. */
export type RouteContext = {
  readonly state: FakeState;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // oxlint-disable-next-line typescript/no-explicit-any -- the body was validated against GitHub's own description.
  readonly body: any;
  readonly accept: string;
  /** The repository of the path. @throws NotFound. */
  readonly repository: () => FakeRepository;
  /** Sends a webhook in the background, when the stand-in does so by itself (`state.autoDeliver`). */
  readonly notify: (event: string, payload: WebhookPayload) => void;
};

export type WebhookPayload = Readonly<Record<string, unknown>> & { readonly action: string };

/** What can be paged: an array, or what makes its items page by page. */
export type Pageable = {
  readonly length: number;
  slice(start: number, end: number): readonly unknown[];
};

/** An answer; `list` is paged with `Link` headers as GitHub does. */
export type Answer =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly raw?: string | Buffer;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly list: Pageable; readonly wrap?: string };

/** One operation of GitHub's REST API. */
export type FakeRoute = {
  /** `GET /repos/{owner}/{repo}`, as in GitHub's OpenAPI description. */
  readonly operation: string;
  /**
   * Any one of these suffices ("Permissions required for GitHub Apps", docs.github.com); `app` for what takes the
   * App's JWT, `none` for what takes no token.
   */
  readonly permissions: readonly (`${string}:${Level}` | 'app' | 'none')[];
  readonly handle: (context: RouteContext) => Answer | Promise<Answer>;
};

/** A refusal with GitHub's status and message. */
export class HttpRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function notFound(): HttpRefusal {
  return new HttpRefusal(404, 'Not Found');
}
