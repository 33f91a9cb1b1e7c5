import type { FakeState } from './fake-state.ts';
import type { Fault } from './faults.ts';
import type { Caller, Permissions } from './route.ts';

/** A request as it was made and answered. */
export type LoggedRequest = {
  /** `GET /repos/{owner}/{repo}`, as in GitHub's OpenAPI description; `POST /graphql`. */
  readonly operation: string;
  /** With the query. */
  readonly path: string;
  /** Parsed; undefined when there was none or it is no JSON. */
  readonly body: unknown;
  readonly caller: Caller['kind'];
  /** 0 while it is under way and when the connection was cut. */
  status: number;
};

export type Intercept = (
  request: LoggedRequest,
  phase: 'arrived' | 'done',
) => 'drop' | undefined | Promise<'drop' | undefined>;

export type FakeGitHubOptions = {
  /** What the installation was granted: that of `app.yml`. */
  readonly permissions: Permissions;
  /** Added to every request, milliseconds; default 0. */
  readonly latencyMs?: number;
  /** Default: a free one. */
  readonly port?: number;
  /** Validates the stand-in's own answers too (`answerProblems`); default false, since compiling takes a while. */
  readonly checkAnswers?: boolean;
};

/** A running stand-in for GitHub. */
export type FakeGitHub = {
  readonly url: string;
  /** GitHub Enterprise Server's form of the REST address; the root of `url` serves the same. */
  readonly apiUrl: string;
  readonly state: FakeState;
  /** PEM of the App whose JWTs are accepted. */
  readonly privateKey: string;
  readonly requests: LoggedRequest[];
  /** Where requests differ from GitHub's OpenAPI description; tests expect it to stay empty. */
  readonly violations: string[];
  /** Where the stand-in's own answers differ from it. */
  readonly answerProblems: string[];
  readonly faults: Fault[];
  /**
   * Called when a request has arrived, and again when it was carried out and not answered yet; `drop` cuts the
   * connection there. A promise holds the request.
   */
  intercept: Intercept | undefined;
  /** @throws Error naming every violation and every problem of an answer. */
  assertValid(): void;
  /** Ends all connections and deletes the repositories. */
  close(): Promise<void>;
};
