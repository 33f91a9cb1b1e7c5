import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeAdvisory } from './fake-records.ts';
import { FakeRepository } from './fake-repository.ts';
import type { FileChange } from './git-repository.ts';
import type { Caller, Permissions } from './route.ts';

/** A delivery as GitHub remembers it. */
export type FakeDelivery = {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  /** Empty for events that have none, such as `ping`. */
  readonly action: string;
  readonly redelivery: boolean;
  readonly body: string;
  readonly deliveredAt: string;
  /** Undefined while it is under way, 0 when nothing answered. */
  status: number | undefined;
};

/** Everything the stand-in knows. */
export class FakeState {
  readonly appId = 4242;
  readonly appSlug = 'agentic-devops';
  readonly clientId = 'Iv1.agenticdevops';
  /** What the App subscribes to. */
  readonly events: readonly string[] = [
    'check_run',
    'check_suite',
    'deployment_status',
    'issue_comment',
    'merge_group',
    'pull_request',
    'workflow_run',
  ];
  /** ISO 8601. */
  readonly startedAt = new Date().toISOString();
  readonly installationId = 7001;
  readonly repositories = new Map<string, FakeRepository>();
  readonly tokens = new Map<string, { readonly caller: Caller; readonly expiresAt: number }>();
  readonly deliveries: FakeDelivery[] = [];
  /** What the installation was granted; tokens can only narrow it. */
  permissions: Permissions;
  /** PEM of the App's key, as the manifest flow gives it. */
  privateKey = '';
  url = '';
  /** Texts behind short-lived addresses, by path. */
  readonly downloads = new Map<string, string>();
  /** Members by `organisation/team-slug`. */
  readonly teams = new Map<string, Set<string>>();
  /** The advisory database, actions only. */
  readonly advisories: FakeAdvisory[] = [];
  /** Where webhooks go and what signs them. */
  webhook: { readonly url: string; readonly secret: string } | undefined;
  /** Whether what the REST API changes is followed by its webhooks by itself, as on GitHub; default false. */
  autoDeliver = false;
  /** Whether a dispatch can say which run it started: github.com does, older Enterprise Servers do not. */
  dispatchTellsRun = true;
  /** Webhooks that are being sent by themselves. */
  readonly underway = new Set<Promise<unknown>>();
  /** The code that the manifest flow accepts. */
  manifestCode = 'manifest-code';
  #id = 1000;

  constructor(permissions: Permissions) {
    this.permissions = permissions;
  }

  /** The REST address in GitHub Enterprise Server's form. */
  get apiUrl(): string {
    return `${this.url}/api/v3`;
  }

  readonly nextId = (): number => ++this.#id;

  /** Creates a repository whose default branch holds the files. */
  repository(options: {
    readonly owner?: string;
    readonly name: string;
    readonly private?: boolean;
    readonly files?: Readonly<Record<string, FileChange>>;
  }): FakeRepository {
    const repository = this.#add({ owner: 'octo', private: false, ...options });
    repository.push(
      repository.defaultBranch,
      options.files ?? { 'README.md': '# A repository\n' },
      'Initial commit',
    );
    return repository;
  }

  /** The owner's fork of a repository, made on first use. The App is not installed there. */
  fork(parent: FakeRepository, owner: string): FakeRepository {
    const known = this.repositories.get(`${owner}/${parent.name}`.toLowerCase());
    if (known !== undefined) return known;
    const fork = this.#add({ owner, name: parent.name, private: parent.private, parent });
    const main = `refs/heads/${parent.defaultBranch}`;
    fork.git.fetch(parent.git, main, main);
    return fork;
  }

  #add(options: {
    readonly owner: string;
    readonly name: string;
    readonly private: boolean;
    readonly parent?: FakeRepository;
  }): FakeRepository {
    const repository = new FakeRepository({
      ...options,
      id: this.nextId(),
      folder: mkdtempSync(join(tmpdir(), 'fake-github-')),
      nextId: this.nextId,
      fork: (parent, owner) => this.fork(parent, owner),
    });
    this.repositories.set(repository.fullName.toLowerCase(), repository);
    return repository;
  }

  /** Whether the App was given the repository. */
  isInstalledOn(repository: FakeRepository): boolean {
    return repository.parent === undefined;
  }

  /** Waits until every webhook that was sent by itself is answered. */
  async settled(): Promise<void> {
    while (this.underway.size > 0) await Promise.all(this.underway);
  }

  /** The App's own account. */
  get botLogin(): string {
    return `${this.appSlug}[bot]`;
  }

  /** The `GITHUB_TOKEN` of a job of a repository; permissions as under `permissions:` in the workflow. */
  actionsToken(repository: FakeRepository, permissions: Permissions): string {
    return this.issueToken({
      kind: 'installation',
      login: 'github-actions[bot]',
      installationId: 0,
      repositories: [repository.name],
      permissions: { metadata: 'read', ...permissions },
    });
  }

  /** A classic personal token with all scopes: what it may is what its owner may. */
  userToken(login: string): string {
    const names = [
      ...Object.keys(this.permissions),
      'actions',
      'administration',
      'contents',
      'deployments',
      'issues',
      'members',
      'statuses',
      'vulnerability_alerts',
    ];
    const permissions = Object.fromEntries(names.map(name => [name, 'write']));
    return this.issueToken({ kind: 'user', login, permissions });
  }

  /** The address that a text can be fetched from without a token, as logs and archives are. */
  offerDownload(text: string): string {
    const path = `/_downloads/${this.nextId()}`;
    this.downloads.set(path, text);
    return `${this.url}${path}`;
  }

  /** Deletes the git repositories. */
  removeFolders(): void {
    for (const { git } of this.repositories.values()) rmSync(git.folder, { recursive: true, force: true });
  }

  /** Issues a token, as for a job (`GITHUB_TOKEN`) or an installation. */
  issueToken(caller: Caller, lifetimeMs = 3_600_000): string {
    const token = `ghs_${'x'.repeat(20)}${this.nextId()}`;
    this.tokens.set(token, { caller, expiresAt: Date.now() + lifetimeMs });
    return token;
  }
}
