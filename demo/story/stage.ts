import type { FakeDelivery } from '../../test/fakes/github/fake-state.ts';
import type { FakeGitHub, FakePullRequest, FakeRepository } from '../../test/fakes/github/index.ts';
import type { ServerProcess } from '../server-process.ts';
import { StoryError, waitFor } from '../wait.ts';
import { type Check, type Conversation, checkOf, conversationOf, type StoryEvent } from './conversation.ts';

/** A delivered webhook and how it was answered. */
export type Delivered = { readonly event: string; readonly status: number; readonly durationMs: number };

/** What one act made happen, for those who want to see behind it. */
export type Behind = {
  readonly deliveries: readonly Delivered[];
  /** Requests that the App made to GitHub. */
  readonly requests: number;
  /** From the first webhook to the last visible effect, milliseconds. */
  readonly durationMs: number;
};

/** What the acts work with: GitHub's stand-in, the server, and one pull request. */
export class Stage {
  readonly github: FakeGitHub;
  readonly server: ServerProcess;
  readonly repository: FakeRepository;
  readonly pullRequest: FakePullRequest;
  readonly events: StoryEvent[] = [];
  readonly #openedAt = new Date().toISOString();
  #deliveries: Delivered[] = [];
  #requestsBefore = 0;
  #startedAt = 0;

  constructor(options: {
    readonly github: FakeGitHub;
    readonly server: ServerProcess;
    readonly repository: FakeRepository;
    readonly pullRequest: FakePullRequest;
  }) {
    this.github = options.github;
    this.server = options.server;
    this.repository = options.repository;
    this.pullRequest = options.pullRequest;
  }

  /** Runs one act and measures it. */
  async measure(act: () => Promise<void>): Promise<Behind> {
    this.#deliveries = [];
    this.#requestsBefore = this.github.requests.length;
    this.#startedAt = performance.now();
    await act();
    return {
      deliveries: this.#deliveries,
      requests: this.github.requests.length - this.#requestsBefore,
      durationMs: performance.now() - this.#startedAt,
    };
  }

  /** Sends a webhook. @throws StoryError unless it is accepted with 202. */
  async deliver(send: () => Promise<FakeDelivery>): Promise<void> {
    const startedAt = performance.now();
    const { event, action, status } = await send();
    this.#deliveries.push({
      event: `${event}.${action}`,
      status: status ?? 0,
      durationMs: performance.now() - startedAt,
    });
    if (status !== 202)
      throw new StoryError(`the webhook ${event}.${action} was answered ${status}, not 202`);
  }

  /** Waits for a value. @throws StoryError. */
  async until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
    return await waitFor({ what, look, assertAlive: this.server.assertAlive });
  }

  /** Waits until the newest check run of the head is completed and as the story tells. */
  async reviewed(what: string, accept: (check: Check) => boolean): Promise<Check> {
    return await this.until(what, () => {
      const check = checkOf(this.repository, this.pullRequest.headSha);
      return check?.status === 'completed' && accept(check) ? check : undefined;
    });
  }

  /** The App's own comments on the pull request. */
  botComments(): readonly { readonly body: string }[] {
    return this.repository
      .commentsOf(this.pullRequest.number)
      .filter(({ author }) => author === this.github.state.botLogin);
  }

  conversation(): Conversation {
    return conversationOf(this.repository, this.pullRequest, {
      openedAt: this.#openedAt,
      events: this.events,
    });
  }
}

/** States what the story promises. @throws StoryError. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new StoryError(`expected that ${what}`);
}
