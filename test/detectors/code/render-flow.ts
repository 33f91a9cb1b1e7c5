import type { Flow } from './javascript-flows.ts';
import type { Scaffold } from './scaffolds.ts';

/** Puts a flow into a scaffold: a whole file with one handler. */
export function renderFlow(flow: Flow, scaffold: Scaffold): { readonly path: string; readonly text: string } {
  const fill = (text: string): string => {
    const withSource = text.replaceAll('SOURCE', scaffold.source);
    const withSafe = replaceCalls(withSource, 'SAFE', scaffold.safe);
    return replaceCalls(withSafe, 'SINK', scaffold.sink);
  };
  const top = [scaffold.top, fill(flow.top ?? '')].filter(part => part !== '').join('\n');
  if (scaffold.language === 'javascript') {
    return {
      path: 'src/handler.js',
      text: `${top}\n\napp.get('/x', (req, res) => {\n${indent(fill(flow.body), 2)}\n});\n`,
    };
  }
  const body = indent(fill(flow.body), 4);
  return { path: 'app/handler.py', text: `${top}\n\n@app.route('/x')\ndef handler():\n${body}\n` };
}

function indent(text: string, by: number): string {
  return text.replace(/^/gm, ' '.repeat(by));
}

/** Replaces `NAME(argument)` with balanced parentheses. */
function replaceCalls(text: string, name: string, replace: (argument: string) => string): string {
  const start = text.indexOf(`${name}(`);
  if (start === -1) return text;
  let depth = 0;
  let end = start + name.length;
  for (; end < text.length; end++) {
    if (text[end] === '(') depth++;
    if (text[end] === ')' && --depth === 0) break;
  }
  const argument = text.slice(start + name.length + 1, end);
  return text.slice(0, start) + replace(argument) + replaceCalls(text.slice(end + 1), name, replace);
}
