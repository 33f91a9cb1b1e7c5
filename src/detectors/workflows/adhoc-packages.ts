import type { RawFinding } from '../../contracts/detector.ts';
import { actionExample, defineWorkflowRule, workflowExample } from './model/define-workflow-rule.ts';
import { scalarPositions } from './model/scalar-positions.ts';
import { type ShellCommand, withoutPrefixes } from './model/shell-commands.ts';

/** Packages installed past the lock file. */
export const adhocPackages = defineWorkflowRule({
  id: 'adhoc-packages',
  title: 'Package installed past the lock file',
  severity: 'low',
  confidence: 'medium',
  cwe: ['CWE-829', 'CWE-1357'],
  owasp: ['A08'],
  what: 'Reports `npm install <package>`, `gem install`, `yarn add`, `bundle add` and the like in scripts; `pip install <package>` as `info`.',
  why: 'Neither the package nor what it depends on is locked: a bad release runs in the job the same day.',
  fix: 'Add the package to a manifest with a lock file and install that (`npm ci`, `bundle install`).',
  references: [
    'https://docs.npmjs.com/cli/commands/npm-ci',
    'https://bundler.io/guides/rationale.html',
    'https://docs.zizmor.sh/audits/#adhoc-packages',
  ],
  examples: {
    bad: [
      workflowExample(
        'on: push\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm install -g eslint\n',
      ),
      actionExample(
        'name: x\nruns:\n  using: composite\n  steps:\n    - run: gem install rubocop\n      shell: bash\n',
      ),
    ],
    good: [
      workflowExample(
        'on: push\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          npm ci\n          npm install\n          bundle install\n',
      ),
    ],
  },
  onStep({ step }, document) {
    if (step.run === undefined) return [];
    const { script } = step.run;
    const installs = step.run.commands().flatMap(command => {
      const severity = installSeverity(command);
      return severity === undefined ? [] : [{ command, severity }];
    });
    if (installs.length === 0) return [];
    const position = scalarPositions(script, document.file.text);
    return installs.map(
      ({ command, severity }): RawFinding => ({
        start: position(command.start),
        end: position(command.end - 1) + 1,
        severity,
        message: 'The command installs a package that no lock file pins.',
      }),
    );
  },
});

/** How a package manager is told to install by name; `info` where that is the usual way in workflows. */
const installers: readonly {
  readonly words: readonly string[];
  readonly severity: 'low' | 'info';
  /** Options that take a value, which is not a package. */
  readonly options: readonly string[];
}[] = [
  ...['install', 'i', 'add', 'in', 'isntall'].map(word => ({
    words: ['npm', word],
    severity: 'low' as const,
    options: [
      '--prefix',
      '--registry',
      '-C',
      '--cache',
      '-w',
      '--workspace',
      '--loglevel',
      '--omit',
      '--include',
    ],
  })),
  {
    words: ['gem', 'install'],
    severity: 'low',
    options: ['-v', '--version', '-i', '--install-dir', '-s', '--source', '-g', '--file', '-n', '--bindir'],
  },
  { words: ['yarn', 'add'], severity: 'low', options: ['--cwd'] },
  { words: ['yarn', 'global', 'add'], severity: 'low', options: ['--prefix'] },
  { words: ['pnpm', 'add'], severity: 'low', options: ['-C', '--dir', '--filter', '-F'] },
  { words: ['bun', 'add'], severity: 'low', options: ['--cwd'] },
  {
    words: ['bundle', 'add'],
    severity: 'low',
    options: ['-v', '--version', '-g', '--group', '-s', '--source'],
  },
  {
    words: ['pip', 'install'],
    severity: 'info',
    options: [
      '-r',
      '--requirement',
      '-c',
      '--constraint',
      '-e',
      '--editable',
      '-i',
      '--index-url',
      '--extra-index-url',
      '-f',
      '--find-links',
      '-t',
      '--target',
    ],
  },
  {
    words: ['pip3', 'install'],
    severity: 'info',
    options: [
      '-r',
      '--requirement',
      '-c',
      '--constraint',
      '-e',
      '--editable',
      '-i',
      '--index-url',
      '--extra-index-url',
      '-f',
      '--find-links',
      '-t',
      '--target',
    ],
  },
];

/** Most words of one command that are looked at. */
const maxWords = 100;

function installSeverity(command: ShellCommand): 'low' | 'info' | undefined {
  const all = withoutPrefixes(command)
    .slice(0, maxWords)
    .map(word => word.text);
  const words = /^python3?$/.test(all[0] ?? '') && all[1] === '-m' ? all.slice(2) : all;
  const installer = installers.find(({ words: wanted }) =>
    wanted.every((word, index) => words[index] === word),
  );
  if (installer === undefined) return undefined;
  const rest = words.slice(installer.words.length);
  const packages = rest.filter(
    (word, index) => !word.startsWith('-') && !installer.options.includes(rest[index - 1] ?? ''),
  );
  return packages.some(isRemote) ? installer.severity : undefined;
}

/** False for folders and archives on disk, which the repository or the build vouches for. */
function isRemote(name: string): boolean {
  return name !== '' && !/^(?:\.|\/|~|[<>]|file:)|\.(?:tgz|gem|whl|tar\.gz)$|^[0-9]>/.test(name);
}
