import { readdirSync, readFileSync } from 'node:fs';

/** One variant: a whole file that must (`ng`) or must not (`ok`) be reported by its rule. */
export type FixtureCase = {
  readonly rule: string;
  readonly language: string;
  readonly vulnerable: boolean;
  readonly name: string;
  readonly path: string;
  readonly text: string;
};

/** Reads `fixtures/<rule>.<extension>.txt`: variants under headings such as `=== ng: through a list`. */
export function readFixtureCases(folder: string): readonly FixtureCase[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => {
      const [rule = '', extension = 'js'] = file.split('.');
      const parts = readFileSync(`${folder}/${file}`, 'utf8').split(/^=== (ng|ok): (.+)$/m);
      return Array.from({ length: (parts.length - 1) / 3 }, (_, at): FixtureCase => {
        const text = (parts[at * 3 + 3] ?? '').trimStart();
        return {
          rule,
          language: extension,
          vulnerable: parts[at * 3 + 1] === 'ng',
          name: parts[at * 3 + 2] ?? '',
          // Type annotations and markup both parse as TSX.
          path: extension === 'js' ? 'src/handler.tsx' : `app/handler.${extension}`,
          text,
        };
      });
    });
}
