import type { CodeCheck, CodeProblem, Document, VanishedName } from '../../contracts/code-review.ts';
import { linesOf } from '../lines.ts';
import { isSearchedDocument } from '../vanished-names.ts';

/** Most places that are told for one name. */
const maxPlaces = 5;

/** Documents that still name an export, an option or a file which the change took away. */
export const staleDocs: CodeCheck = change => {
  const changed = change.files.flatMap(({ path, head }): Document[] =>
    head !== undefined && isSearchedDocument(path) ? [{ path, text: head }] : [],
  );
  const documents = [...changed, ...change.documents];
  return change.vanished.flatMap(vanished =>
    documents.flatMap(document => placesOf(document, vanished)).slice(0, maxPlaces),
  );
};

function placesOf({ path, text }: Document, vanished: VanishedName): readonly CodeProblem[] {
  if (!text.includes(vanished.name)) return [];
  const pattern = patternOf(vanished);
  return linesOf(text).flatMap((line, index): CodeProblem[] => {
    if (!pattern.test(line)) return [];
    const renamed = vanished.now === undefined ? undefined : line.replaceAll(vanished.name, vanished.now);
    const what = { export: 'export', option: 'option', file: 'file' }[vanished.what];
    return [
      {
        kind: 'stale-docs',
        path,
        line: index + 1,
        quote: line,
        confidence: vanished.what === 'export' ? 'medium' : 'high',
        message: `This names the ${what} \`${vanished.name}\`, which the change ${renamed === undefined ? 'removes' : `moves to \`${vanished.now ?? ''}\``}.`,
        fix: renamed === undefined ? 'Correct the document.' : 'Use the new name.',
        ...(renamed === undefined ? {} : { suggestion: renamed }),
      },
    ];
  });
}

/** An export's name counts in code only: many are words of the language as well. */
function patternOf({ name, what }: VanishedName): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (what === 'export') return new RegExp(`\`[^\`]*(?<![\\w.-])${escaped}(?![\\w-])[^\`]*\``);
  return new RegExp(`(?<![\\w/.-])${escaped}(?![\\w/-])`);
}
