import type { RawFinding } from '../../contracts/detector.ts';
import { type ConfigNode, entryOf, itemsOf, stringOf, walkConfig } from '../../parsers/config-node.ts';
import { defineAgentRule } from './define-agent-rule.ts';
import { settingsOf } from './surface/settings-json.ts';
import { shellDangers } from './surface/shell-danger.ts';

const inContainer = [
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
];

/** Arguments, capabilities and mounts with which a container reaches its host, or the credentials of whoever opens it. */
const hostRights =
  /^--privileged|docker\.sock|^--(?:pid|network|userns|ipc)=host|source=\/,|^(?:--cap-add=)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|NET_ADMIN|DAC_READ_SEARCH)$|^(?:--security-opt[= ])?(?:seccomp|apparmor)[=:]unconfined|(?:HOME\}|USERPROFILE\}|~|\/home\/\w+|\/root)\/?\.(?:ssh|aws|kube|gnupg|docker|config\/gcloud|npmrc|netrc|azure)\b/;

export const devcontainerHostCommand = defineAgentRule({
  id: 'devcontainer-host-command',
  title: 'Development container that reaches the host',
  severity: 'high',
  confidence: 'high',
  cwe: ['CWE-829', 'CWE-250'],
  owasp: ['A08'],
  what: 'Reports `initializeCommand` (it runs on the host), commands that run downloaded code, and containers with the host’s rights.',
  why: 'Opening the repository in a container is taken for safe; these lines act on the developer’s machine all the same.',
  fix: 'Move the command into the image or `postCreateCommand`, and drop privileges and mounts of the host.',
  references: ['https://containers.dev/implementors/json_reference/'],
  appliesTo: path => /(?:^|\/)\.?devcontainer(?:\/(?:[^/]+\/)?devcontainer)?\.json$/i.test(path),
  check: file => {
    const root = settingsOf(file);
    const start = entryOf(root, 'initializeCommand')?.value;
    const privileged = entryOf(root, 'privileged')?.value;
    return [
      ...(start === undefined
        ? []
        : [finding(start, 'This command runs on the host, before the container exists.')]),
      ...(privileged?.kind === 'scalar' && privileged.value === true
        ? [finding(privileged, 'The container has the rights of the host.')]
        : []),
      ...['runArgs', 'mounts', 'capAdd', 'securityOpt']
        .flatMap(key => itemsOf(entryOf(root, key)?.value))
        .filter(item => hostRights.test(stringOf(item) ?? stringOf(entryOf(item, 'source')?.value) ?? ''))
        .map(item => ({
          ...finding(item, 'The container has rights of the host.'),
          severity: 'medium' as const,
        })),
      ...inContainer.flatMap(key => downloads(entryOf(root, key)?.value)),
    ];
  },
  bad: [
    ['.devcontainer/devcontainer.json', '{"image": "debian:12", "initializeCommand": "./setup.sh"}\n'],
    [
      '.devcontainer.json',
      '{"image": "debian:12", "postCreateCommand": "curl -s https://get.example.com | sh"}\n',
    ],
  ],
  good: [['.devcontainer/devcontainer.json', '{"image": "debian:12", "postCreateCommand": "npm ci"}\n']],
});

function downloads(node: ConfigNode | undefined): readonly RawFinding[] {
  if (node === undefined) return [];
  return [...walkConfig(node)].flatMap(item =>
    shellDangers(stringOf(item) ?? '')
      .slice(0, 1)
      .map(({ message }) => ({ ...finding(item, message), severity: 'medium' as const })),
  );
}

function finding(node: ConfigNode, message: string): RawFinding {
  return { start: node.start, end: node.end, message };
}
