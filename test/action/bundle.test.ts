import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { packedFile } from '../../action/packed-chunks.ts';
import { buildAction } from './run-action.ts';

/** A repository of its own that holds this one's present files, whether committed or not. */
function copyOfThisRepository(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'devops-copy-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  }).split('\0');
  const present = files.filter(file => file !== '' && !file.startsWith('action/dist/') && isFile(file));
  const archive = execFileSync('tar', ['-c', '--null', '-T', '-'], {
    input: present.join('\0'),
    maxBuffer: 1 << 28,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  git(folder, 'init', '--quiet');
  // `.gitignore` names a folder; here it is a link.
  appendFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  commit(folder);
  return folder;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' });
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=work');
}

function script(folder: string, name: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/run.mjs', `scripts/${name}`, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

describe('the committed bundle', () => {
  it('is found missing, reproduced byte for byte, and found altered', () => {
    const folder = copyOfThisRepository();
    const missing = script(folder, 'check-bundle.ts');
    expect(missing.stderr).toContain('holds no bundle');
    expect(missing.status).toBe(1);

    expect(script(folder, 'build.ts', 'action').stderr).toBe('');
    commit(folder);
    const present = script(folder, 'check-bundle.ts', '--strict');
    expect(present.stdout).toContain('is built from the present source');

    appendFileSync(join(folder, 'action/annotations.ts'), '\nglobalThis.name = "moved on";\n');
    const later = script(folder, 'check-bundle.ts');
    expect(later.stdout).toContain('the source has moved on since');

    appendFileSync(join(folder, 'action/dist/index.js'), ' ');
    const altered = script(folder, 'check-bundle.ts');
    expect(altered.stderr).toMatch(/is not what its tree [0-9a-f]{12} builds \(index\.js\)/);
    expect(altered.status).toBe(1);
  });
});

describe('the bundle', () => {
  let folder: string;
  beforeAll(() => {
    folder = dirname(buildAction());
  });
  const filesOf = (): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));

  it('stays under 5 MB with its grammars', () => {
    const bytes = filesOf().reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });

  it('holds no path of the machine that built it', () => {
    const naming = filesOf().filter(file => {
      const text = file.endsWith('.js') ? readFileSync(file, 'utf8') : '';
      return text.includes(process.cwd()) || text.includes(`${tmpdir()}/devops`);
    });
    expect(naming).toEqual([]);
  });

  it('loads the SDKs of models and AWS only by a dynamic import, from the packed chunks', () => {
    const reached = new Set<string>();
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      const text = readFileSync(join(folder, file), 'utf8');
      for (const [, name = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) follow(name);
    };
    for (const file of readdirSync(folder).filter(name => /^(index|run-[0-9A-Z]{8})\.js$/.test(name)))
      follow(file);
    expect(reached.size).toBeGreaterThan(3);
    const holding = (text: string): readonly string[] =>
      readdirSync(folder).filter(
        name => name.endsWith('.js') && readFileSync(join(folder, name), 'utf8').includes(text),
      );
    const packed = brotliDecompressSync(readFileSync(join(folder, packedFile))).toString('utf8');
    for (const text of ['OPENAI_AGENTS_DISABLE_TRACING', 'AmazonEC2']) {
      expect([text, packed.includes(text), holding(text)]).toEqual([text, true, []]);
    }
  });
});
