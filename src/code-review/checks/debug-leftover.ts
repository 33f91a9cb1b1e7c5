import type { Node } from 'web-tree-sitter';
import type { CheckTools, CodeCheck, CodeFile, CodeProblem } from '../../contracts/code-review.ts';
import { changedLinesOf, isChangedLine, linesOf } from '../lines.ts';
import { isGeneratedPath, isTestPath, isToolPath, saysGenerated } from '../path-roles.ts';

/** Something that only makes sense while debugging, or that may also be how a program talks. */
type Leftover = {
  readonly line: number;
  readonly endLine: number;
  readonly what: string;
  readonly stops: boolean;
};

/**
 * Breakpoints anywhere but in tests' fixtures, and prints in code that is no program for the terminal. A file that
 * printed in the same way before the change has its reasons.
 */
export const debugLeftover: CodeCheck = ({ files }, tools) =>
  files.flatMap(file => {
    if (file.head === undefined || isGeneratedPath(file.path) || saysGenerated(file.head)) return [];
    const found = leftoversOf(file, tools).filter(({ line }) => isChangedLine(file, line));
    const talks =
      isTestPath(file.path) ||
      isToolPath(file.path) ||
      isVoice(file.path) ||
      isProgram(file) ||
      printedBefore(file);
    return found.filter(({ stops }) => stops || !talks).map(leftover => problemOf(file, leftover));
  });

function problemOf(file: CodeFile, { line, endLine, what, stops }: Leftover): CodeProblem {
  const lines = linesOf(file.head ?? '');
  const whole = lines.slice(line - 1, endLine).join('\n');
  return {
    kind: 'debug-leftover',
    path: file.path,
    line,
    endLine,
    quote: lines[line - 1] ?? '',
    severity: stops ? 'medium' : 'low',
    confidence: stops ? 'high' : 'medium',
    message: stops
      ? `\`${what}\` stops the program here.`
      : `\`${what}\` looks like a leftover of debugging.`,
    fix: stops ? 'Remove it.' : 'Remove it, or use the project’s logger.',
    // A statement that is all there is on its lines can go without taking anything along.
    ...(standsAlone(whole) ? { suggestion: '' } : {}),
  };
}

function standsAlone(text: string): boolean {
  return /^\s*(?:console\.\w+\([^]*\);?|debugger;?|print\([^]*\)|breakpoint\(\)|(?:i?pdb)\.set_trace\(\)|import i?pdb(?:; i?pdb\.set_trace\(\))?|fmt\.Print(?:ln|f)?\([^]*\)|System\.(?:out|err)\.print(?:ln|f)?\([^]*\);|binding\.(?:pry|irb)|byebug)\s*$/.test(
    text,
  );
}

function leftoversOf(file: CodeFile, tools: CheckTools): readonly Leftover[] {
  const byText = textPatterns.find(({ path }) => path.test(file.path));
  if (byText !== undefined) {
    return changedLinesOf(file).flatMap(({ line, text }) => {
      const match = byText.pattern.exec(text);
      return match === null ? [] : [{ line, endLine: line, what: match[0].trim(), stops: byText.stops }];
    });
  }
  const tree = tools.parse(file.path, file.head ?? '');
  if (tree === undefined) return [];
  try {
    return tree.rootNode
      .descendantsOfType([
        'call_expression',
        'call',
        'debugger_statement',
        'method_invocation',
        'import_statement',
      ])
      .flatMap(node => (node === null ? [] : leftoverOf(node)));
  } finally {
    tree.delete();
  }
}

/** Languages without a grammar: a line that begins with it. */
const textPatterns = [
  { path: /\.(?:rb|rake|erb)$/, pattern: /^\s*(?:binding\.(?:pry|irb)|byebug|debugger)\b/, stops: true },
  { path: /\.php$/, pattern: /^\s*(?:var_dump|dd|dump|xdebug_break)\s*\(/, stops: false },
  { path: /\.rs$/, pattern: /\bdbg!\s*\(/, stops: false },
] as const;

const stopping = /^(?:breakpoint|i?pdb\.set_trace|pudb\.set_trace|remote_pdb\.set_trace)$/;
const printing =
  /^(?:console\.(?:log|debug|dir|table|trace)|print|pprint|pprint\.pprint|fmt\.Print(?:ln|f)?|spew\.Dump|System\.(?:out|err)\.print(?:ln|f)?)$/;

function leftoverOf(node: Node): readonly Leftover[] {
  const lines = { line: node.startPosition.row + 1, endLine: node.endPosition.row + 1 };
  if (node.type === 'debugger_statement') return [{ ...lines, what: 'debugger', stops: true }];
  if (node.type === 'import_statement')
    return /^import i?pdb\b/.test(node.text) ? [{ ...lines, what: node.text, stops: true }] : [];
  const callee =
    node.type === 'method_invocation'
      ? `${node.childForFieldName('object')?.text ?? ''}.${node.childForFieldName('name')?.text ?? ''}`
      : (node.childForFieldName('function')?.text ?? '');
  const what = `${callee}()`;
  if (stopping.test(callee)) return [{ ...lines, what, stops: true }];
  return printing.test(callee) ? [{ ...lines, what, stops: false }] : [];
}

/** Printing is what such a file is for. */
function isVoice(path: string): boolean {
  return /(?:^|\/)(?:[\w-]*[-_.])?(?:log|logs|logger|logging|console|print|printer|reporter|output|terminal|stdout)(?:\.[a-z]+)+$|(?:^|\/)\w*(?:Logger|Reporter|Printer|Console)\.[a-z]+$/.test(
    path,
  );
}

/** A program of its own: it prints because somebody is there to read it. */
function isProgram({ path, head = '' }: CodeFile): boolean {
  if (head.startsWith('#!')) return true;
  if (path.endsWith('.py'))
    return /^if __name__ == ['"]__main__['"]|^\s*(?:import|from) (?:argparse|click|typer|fire)\b/m.test(head);
  if (path.endsWith('.go')) return /^package main\b/m.test(head);
  if (path.endsWith('.java')) return /\bpublic static void main\s*\(/.test(head);
  return /\bfrom ['"](?:commander|yargs|cac|@oclif\/core|inquirer)['"]|require\(['"](?:commander|yargs)['"]\)/.test(
    head,
  );
}

function printedBefore({ base = '' }: CodeFile): boolean {
  return /^\s*(?:console\.(?:log|debug|dir|table|trace)|print|fmt\.Print(?:ln|f)?|System\.(?:out|err)\.print(?:ln|f)?|var_dump|dump|dbg!)\s*\(/m.test(
    base,
  );
}
