import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeRepository } from './fake-repository.ts';
import type { FileChange } from './git-repository.ts';
import type { Caller, Permissions } from './route.ts';

/** A delivery as GitHub remembers it. */
export type FakeDelivery = {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string;
  readonly body: string;
  readonly deliveredAt: string;
  /** Undefined while it is under way, 0 when nothing answered. */
  status: number | undefined;
};

/** Everything the stand-in knows. */
export class FakeState {
  readonly appId = 4242;
  readonly appSlug = 'agentic-devops';
  readonly installationId = 7001;
  readonly repositories = new Map<string, FakeRepository>();
  readonly tokens = new Map<string, { readonly caller: Caller; readonly expiresAt: number }>();
  readonly deliveries: FakeDelivery[] = [];
  /** What the installation was granted; tokens can only narrow it. */
  permissions: Permissions;
  /** PEM of the App's key, as the manifest flow gives it. */
  privateKey = '';
  url = '';
  /** Where webhooks go and what signs them. */
  webhook: { readonly url: string; readonly secret: string } | undefined;
  /** The code that the manifest flow accepts. */
  manifestCode = 'manifest-code';
  #id = 1000;

  constructor(permissions: Permissions) {
    this.permissions = permissions;
  }

  readonly nextId = (): number => ++this.#id;

  /** Creates a repository whose default branch holds the files. */
  repository(options: {
    readonly owner?: string;
    readonly name: string;
    readonly files?: Readonly<Record<string, FileChange>>;
  }): FakeRepository {
    const owner = options.owner ?? 'octo';
    const folder = mkdtempSync(join(tmpdir(), 'fake-github-'));
    const repository = new FakeRepository({
      id: this.nextId(),
      owner,
      name: options.name,
      folder,
      nextId: this.nextId,
    });
    repository.push(
      repository.defaultBranch,
      options.files ?? { 'README.md': '# A repository\n' },
      'Initial commit',
    );
    this.repositories.set(repository.fullName.toLowerCase(), repository);
    return repository;
  }

  /** The App's own account. */
  get botLogin(): string {
    return `${this.appSlug}[bot]`;
  }

  /** Issues a token, as for a job (`GITHUB_TOKEN`) or an installation. */
  issueToken(caller: Caller, lifetimeMs = 3_600_000): string {
    const token = `ghs_${'x'.repeat(20)}${this.nextId()}`;
    this.tokens.set(token, { caller, expiresAt: Date.now() + lifetimeMs });
    return token;
  }
}
