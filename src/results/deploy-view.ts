import type { DeployCause, DeployState, ParameterValues } from '../contracts/deploy.ts';
import type { GateResult } from '../contracts/gate.ts';
import type { RepositoryLinks } from './permalink.ts';

/** What a model said; every text in it is untrusted. */
export type DeployAdvice = {
  /** Of ours, apart from a level. */
  readonly title: string;
  readonly text: string;
  readonly items: readonly string[];
  /** A command that exists, without backticks. */
  readonly command?: string;
};

/** A deployment as comment and check run show it. Texts marked untrusted come from outside. */
export type DeployView = {
  readonly links: RepositoryLinks;
  readonly runId: string;
  readonly environment: string;
  readonly sha: string;
  readonly cause: DeployCause;
  readonly actor: string;
  /** Values may be untrusted text. */
  readonly parameters: ParameterValues;
  readonly state: DeployState;
  /** One or two sentences of ours about the state, Markdown. */
  readonly message: string;
  /** What to do about it, Markdown; undefined when there is nothing to do. */
  readonly next: string | undefined;
  /** Of models: explanations that decided nothing. */
  readonly advice: readonly DeployAdvice[];
  readonly gates: readonly GateResult[];
  readonly logUrl: string | undefined;
  readonly environmentUrl: string | undefined;
  /** Untrusted. */
  readonly firstError: { readonly where: string; readonly text: string } | undefined;
  /** Milliseconds from the command to now; undefined while it is not over. */
  readonly durationMs: number | undefined;
  /** What can be typed next, without the backticks. */
  readonly commands: readonly string[];
  readonly warnings: readonly string[];
};
