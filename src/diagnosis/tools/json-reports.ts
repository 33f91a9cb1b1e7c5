import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';

/** A JSON string's inside, of which a long line may hold only the beginning. */
const inside = '(?:[^"\\\\]|\\\\.)';

/** Reports of linters and test runners that stand in a log as JSON in one line; the line may be cut. */
function recogniseJson(
  tool: string,
  options: { readonly trigger: RegExp; readonly entry: RegExp; readonly kind: 'lint' | 'test' },
): Recognition {
  const { trigger, entry, kind } = options;
  return {
    tool,
    trigger,
    create: emit => ({
      open: false,
      read(text, number) {
        for (const { groups = {} } of text.matchAll(entry)) {
          const { path, line, column, code } = groups;
          const test = groups['test'] === undefined ? undefined : plain(groups['test']);
          emit({
            tool,
            category: kind,
            line: number,
            message: plain(groups['message'] ?? `${test ?? tool} failed`),
            weight: weights.cause,
            ...(path === undefined ? {} : { place: placeOf(plain(path), line, column) }),
            ...(code === undefined ? {} : { code }),
            ...(test === undefined ? {} : { test }),
          });
        }
      },
    }),
  };
}

/** The first line of a JSON string's inside. */
function plain(text: string): string {
  try {
    return (String(JSON.parse(`"${text}"`)).split('\n')[0] ?? '').trim();
  } catch {
    return text;
  }
}

const eslint = recogniseJson('eslint', {
  trigger: /^\[\{"filePath":/,
  entry: new RegExp(
    `"filePath":"(?<path>${inside}+)","messages":\\[(?:\\{(?!"ruleId":(?:"[^"]*"|null),"severity":2)[^{}]*\\},?)*\\{"ruleId":(?:"(?<code>[^"]+)"|null),"severity":2,"message":"(?<message>${inside}*)","line":(?<line>\\d+),"column":(?<column>\\d+)`,
    'g',
  ),
  kind: 'lint',
});
/** Jest's and Vitest's. */
const jest = recogniseJson('jest', {
  trigger: /"numFailedTests":[1-9]/,
  entry: new RegExp(
    `(?:"failureMessages":\\["(?<message>${inside}*)"[^{}]{0,200})?"fullName":"(?<test>${inside}*)",(?:"[\\w]+":[^{}"]{0,80},)*"status":"failed"`,
    'g',
  ),
  kind: 'test',
});
const rspec = recogniseJson('rspec', {
  trigger: /"full_description":/,
  entry: new RegExp(
    `"full_description":"(?<test>${inside}*)","status":"failed","file_path":"(?<path>${inside}*)","line_number":(?<line>\\d+)(?:[^{}]*"exception":\\{"class":"${inside}*","message":"(?:\\\\n)*(?<message>${inside}*))?`,
    'g',
  ),
  kind: 'test',
});

/** Mocha's, which is indented. */
const mocha = recogniseBlocks({
  tool: 'mocha',
  start: /^\s+"fullTitle": "/,
  end: /^ {4}\}/,
  maxLines: 30,
  read: lines => {
    const test = /"fullTitle": "(?<test>.*)",?$/.exec(lines[0]?.text ?? '')?.groups?.['test'];
    const said = findLine(lines, /^\s+"message": "(?<message>.*?)",?$/);
    if (said === undefined || test === undefined) return [];
    const path = findLine(lines, /^\s+"file": "(?<path>.+)",?$/)?.groups['path'];
    return [
      {
        tool: 'mocha',
        category: 'test',
        line: said.number,
        message: plain(said.groups['message'] ?? ''),
        weight: weights.cause,
        test: plain(test),
        ...(path === undefined ? {} : { place: placeOf(path) }),
      },
    ];
  },
});

export const jsonReports: readonly Recognition[] = [eslint, jest, rspec, mocha];
