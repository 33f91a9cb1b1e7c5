import type { RawFinding } from '../../contracts/detector.ts';
import { defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import type { Uses } from './model/document.ts';
import { isOneEditApart } from './model/edit-distance.ts';
import { spanOfEntry } from './model/yaml-access.ts';

/** Owners of the actions that most workflows use, in lower case. */
const popularOwners = [
  'actions',
  'amannn',
  'anchore',
  'anthropics',
  'aquasecurity',
  'astral-sh',
  'aws-actions',
  'azure',
  'codecov',
  'cypress-io',
  'dependabot',
  'docker',
  'dorny',
  'dtolnay',
  'github',
  'google-github-actions',
  'golangci',
  'goreleaser',
  'gradle',
  'hashicorp',
  'jamesives',
  'microsoft',
  'peaceiris',
  'peter-evans',
  'pnpm',
  'pypa',
  'ruby',
  'shivammathur',
  'sigstore',
  'slackapi',
  'softprops',
  'sonarsource',
  'step-security',
  'swatinem',
  'taiki-e',
  'tj-actions',
] as const;

/** Their actions, by owner; a typo counts only together with the name of one of these. */
const popularNames = new Set([
  'action-gh-release',
  'action-setup',
  'action-semantic-pull-request',
  'action-slack',
  'actions-gh-pages',
  'add-to-project',
  'amazon-ecr-login',
  'attest-build-provenance',
  'auth',
  'build-push-action',
  'cache',
  'changed-files',
  'checkout',
  'claude-code-action',
  'codecov-action',
  'codeql-action',
  'configure-aws-credentials',
  'configure-pages',
  'cosign-installer',
  'create-github-app-token',
  'create-or-update-comment',
  'create-pull-request',
  'dependency-review-action',
  'deploy-pages',
  'download-artifact',
  'fetch-metadata',
  'get-diff-action',
  'gh-action-pypi-publish',
  'github-action',
  'github-pages-deploy-action',
  'github-script',
  'golangci-lint-action',
  'goreleaser-action',
  'harden-runner',
  'install-action',
  'labeler',
  'login',
  'login-action',
  'metadata-action',
  'paths-filter',
  'rust-cache',
  'rust-toolchain',
  'sbom-action',
  'scan-action',
  'setup-buildx-action',
  'setup-dotnet',
  'setup-gcloud',
  'setup-go',
  'setup-java',
  'setup-msbuild',
  'setup-node',
  'setup-php',
  'setup-python',
  'setup-qemu-action',
  'setup-ruby',
  'setup-terraform',
  'setup-uv',
  'slack-github-action',
  'stale',
  'trivy-action',
  'upload-artifact',
  'upload-pages-artifact',
]);

/** Owners that are one slip away from a well-known one. */
export const typosquatUses = defineWorkflowRule({
  id: 'typosquat-uses',
  title: 'Likely mistyped action',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-1357', 'CWE-829'],
  owasp: ['A08'],
  what: 'Reports `uses:` whose owner or name differs by one slip from that of a popular action.',
  why: 'Somebody can register the mistyped owner and wait: the action then runs their code with the job’s token and secrets.',
  fix: 'Correct the owner, or check that this one is meant.',
  references: [
    'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    'https://docs.zizmor.sh/audits/#typosquat-uses',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: action/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n',
      ),
    ],
  },
  onJob: job => (job.uses === undefined ? [] : check(job.uses)),
  onStep: ({ step }) => (step.uses === undefined ? [] : check(step.uses)),
});

function check(uses: Uses): readonly RawFinding[] {
  if (uses.reference?.kind !== 'repository') return [];
  const [owner = '', name = ''] = uses.reference.repository.split('/');
  const meant = intended(owner, name);
  if (meant === undefined) return [];
  // Under the right owner nobody else can register the name: the action is missing rather than hostile.
  const severity = meant.startsWith(`${owner}/`) ? 'low' : 'high';
  return [{ ...spanOfEntry(uses.entry), severity, message: `This looks like a slip for \`${meant}\`.` }];
}

function intended(owner: string, name: string): string | undefined {
  if (popularOwners.some(popular => popular === owner)) {
    const slip = popularNames.has(name) || name.length < 7 ? undefined : nameLike(name);
    return slip && `${owner}/${slip}`;
  }
  const similar = popularOwners.find(popular => isOneEditApart(popular, owner));
  return similar !== undefined && popularNames.has(name) ? `${similar}/${name}` : undefined;
}

function nameLike(name: string): string | undefined {
  return [...popularNames].find(popular => isOneEditApart(popular, name));
}
