import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentWritesOf } from '../../../src/detectors/workflows/model/environment-writes.ts';
import { publishesToRegistry } from '../../../src/detectors/workflows/model/publish-commands.ts';
import { commandsOf, withoutPrefixes } from '../../../src/detectors/workflows/model/shell-commands.ts';

const words = (script: string): readonly string[] =>
  commandsOf(script).map(command =>
    withoutPrefixes(command)
      .map(word => word.text)
      .join(' '),
  );

describe('commandsOf', () => {
  it.each([
    ['a b; c && d | e', ['a b', 'c', 'd', 'e']],
    ['# a comment\nnpm publish # why', ['npm publish']],
    ['cargo \\\n  publish \\\n --x', ['cargo publish --x']],
    ['cargo `\n  publish', ['cargo publish']],
    ['sudo -E env A=b npm ci', ['npm ci']],
    ['if ! npm test; then exit 1; fi', ['npm test', 'exit 1', 'fi']],
    ['echo "a; b" \'c && d\'', ['echo a; b c && d']],
    ['x=$(git rev-parse HEAD)', ['', 'git rev-parse HEAD']],
    ['echo "$(npm publish) x"', ['npm publish', 'x', 'echo $(npm publish) x']],
    ['(cd a && npm publish)', ['cd a', 'npm publish']],
    ['echo ${{ a && b }} c', ['echo ${{ a && b }} c']],
    ["echo don't\nnpm publish", ["echo don't", 'npm publish']],
    ['echo ${A} {b}', ['echo ${A} {b}']],
  ])('splits %j', (script, expected) => {
    expect(words(script)).toEqual(expected);
  });

  it('never throws and keeps places inside the script', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab $({[]})\'"\\`^;&|#\n\r'.split('')), maxLength: 60 }),
        script => {
          for (const { start, end } of commandsOf(script)) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(script.length);
          }
        },
      ),
    );
  });
});

describe('publishing commands', () => {
  it.each([
    'npm publish',
    'npm publish --access public --registry https://registry.npmjs.org',
    'npm --workspace a publish',
    'pnpm publish -r',
    'yarn npm publish',
    'bun publish',
    'bunx npm publish',
    'cargo +nightly publish',
    'twine upload dist/*',
    'python -m twine upload dist/*',
    'uvx twine upload dist/*',
    'uv run twine upload dist/*',
    'uvx --from build twine upload dist/*',
    'uv publish -v wheels/*',
    'poetry publish --build',
    'bundle exec gem push a.gem',
    'nuget.exe push a.nupkg',
    'dotnet nuget push a.nupkg --source https://api.nuget.org/v3/index.json',
    'sudo npm publish',
    './node_modules/.bin/npm publish',
  ])('knows %s', script => {
    expect(commandsOf(script).some(publishesToRegistry)).toBe(true);
  });

  it.each([
    'npm publish --dry-run',
    'cargo publish -n',
    'cargo publish --registry internal',
    'npm publish --registry https://npm.pkg.github.com',
    'npm run publish',
    'echo npm publish',
    'twine check dist/*',
    'twine upload --repository-url https://pypi.example.com dist/*',
    'dotnet nuget push a.nupkg --source https://nuget.pkg.github.com/octo/index.json',
    'gem build a.gemspec',
    'gem push a.gem --host https://gems.example.com',
    'git push',
    'docker push a',
  ])('lets %s be', script => {
    expect(commandsOf(script).some(publishesToRegistry)).toBe(false);
  });
});

describe('writes to environment files', () => {
  it.each([
    'echo "a=$B" >> $GITHUB_ENV',
    'echo a=$(date) >>"$GITHUB_ENV"',
    'echo "a=`date`" >> ${GITHUB_ENV}',
    'echo "a=${{ inputs.b }}" >> "${GITHUB_ENV}"',
    'cat values.txt >> $GITHUB_ENV',
    'echo "a=$B" | tee -a "$GITHUB_ENV"',
    'echo "$GITHUB_WORKSPACE/bin" >> $GITHUB_PATH',
    './print-env >> $GITHUB_ENV',
    '{\n  echo "a<<EOF"\n  curl example.com\n  echo EOF\n} >> "$GITHUB_ENV"',
    '{ echo "a=$B"; } >> $GITHUB_ENV',
    'cat <<EOF >> $GITHUB_ENV\nA=$B\nEOF',
    'for a in b; do\n  echo "$a"\ndone >> $GITHUB_ENV',
    'echo "a=$env:B" >> $env:GITHUB_ENV',
    '"a=$b" | Out-File -FilePath $env:GITHUB_ENV -Append',
    'Add-Content -Path $env:GITHUB_ENV -Value "a=$b"',
    'Add-Content $env:GITHUB_ENV "a=$b"',
    'echo A=%B% >> %GITHUB_ENV%',
    'echo A=%B%>>%GITHUB_ENV%',
  ])('sees that %j is not fixed', script => {
    expect(environmentWritesOf(script).some(write => write.dynamic)).toBe(true);
  });

  it.each([
    'echo a=b >> $GITHUB_ENV',
    'echo "a=b" >> "$GITHUB_ENV"',
    "echo 'a=$B' >> $GITHUB_ENV",
    'printf "A=b\\nC=d\\n" >> "$GITHUB_ENV"',
    'echo "$HOME/.local/bin" >> $GITHUB_PATH',
    "cat <<'EOF' >> $GITHUB_ENV\nA=$B\nEOF",
    'cat <<EOF >> $GITHUB_ENV\nA=b\nEOF',
    '{\n  echo a=b\n  echo c=d\n} >> $GITHUB_ENV',
    '"a=b" >> $env:GITHUB_ENV',
    'echo A=b >> %GITHUB_ENV%',
    'date; echo a=b >> $GITHUB_ENV',
  ])('sees that %j is fixed', script => {
    const writes = environmentWritesOf(script);
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.some(write => write.dynamic)).toBe(false);
  });

  it.each(['echo $GITHUB_ENV', 'echo "a=$B" >> $GITHUB_OUTPUT', 'cat "$GITHUB_ENV"'])(
    'sees no write in %j',
    script => {
      expect(environmentWritesOf(script)).toEqual([]);
    },
  );

  it('tells the files apart', () => {
    expect(
      environmentWritesOf('echo $A >> $GITHUB_PATH\necho $B >> $GITHUB_ENV').map(write => write.file),
    ).toEqual(['GITHUB_PATH', 'GITHUB_ENV']);
  });
});
