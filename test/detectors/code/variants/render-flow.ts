import type { Flow } from './javascript-flows.ts';
import type { Scaffold } from './scaffold.ts';
import type { SettingFlow } from './setting-flows.ts';
import type { Setting } from './settings.ts';

/** Puts a flow into a scaffold: a whole file with one handler. */
export function renderFlow(flow: Flow, scaffold: Scaffold): { readonly path: string; readonly text: string } {
  const fill = (text: string): string => {
    const withSource = text.replaceAll('SOURCE', scaffold.source);
    const withSafe = replaceCalls(withSource, 'SAFE', scaffold.safe);
    return replaceCalls(withSafe, 'SINK', scaffold.sink);
  };
  return program(
    [scaffold.top, fill(flow.top ?? '')].filter(part => part !== '').join('\n'),
    fill(flow.body),
    scaffold,
  );
}

/** Puts a setting's flow into a file the same way. */
export function renderSetting(
  flow: SettingFlow,
  setting: Setting,
): { readonly path: string; readonly text: string } {
  const fill = (text: string): string => {
    const filled = text
      .replaceAll('BAD', () => setting.bad)
      .replaceAll('GOOD', () => setting.good)
      .replaceAll('TYPE', setting.type ?? 'String');
    return replaceCalls(filled, 'USE', setting.use);
  };
  const top = [setting.top ?? '', fill(flow.top ?? '')].filter(part => part !== '').join('\n');
  return program(top, fill(flow.body), setting);
}

/** Puts the body of a handler into a file. */
export function renderBody(
  body: string,
  { top = '', ...rest }: Pick<Scaffold, 'language' | 'imports'> & { readonly top?: string },
): { readonly path: string; readonly text: string } {
  return program(top, body, rest);
}

function program(
  top: string,
  body: string,
  { language, imports }: Pick<Scaffold, 'language' | 'imports'>,
): { readonly path: string; readonly text: string } {
  if (language === 'javascript') {
    return {
      path: 'src/handler.js',
      text: `${top}\n\napp.get('/x', (req, res) => {\n${indent(body, 2)}\n});\n`,
    };
  }
  if (language === 'go') return { path: 'app/handler.go', text: goFile(top, body, imports) };
  if (language === 'java')
    return { path: 'src/main/java/app/Handler.java', text: javaFile(top, body, imports) };
  return { path: 'app/handler.py', text: `${top}\n\n@app.route('/x')\ndef handler():\n${indent(body, 4)}\n` };
}

/** Imports that flows use; which of them a program really needs makes no difference to the analysis. */
const goImports = ['fmt', 'net/http', 'regexp', 'slices', 'strconv', 'strings'];

function goFile(top: string, body: string, imports: readonly string[] = []): string {
  const paths = [...goImports, ...imports].map(path => `\t"${path}"`).join('\n');
  const handler = `func handler(w http.ResponseWriter, r *http.Request) {\n${body.replace(/^/gm, '\t')}\n}`;
  return `package app\n\nimport (\n${paths}\n)\n\n${top}\n\n${handler}\n`;
}

const javaImports = [
  'java.io.*',
  'java.util.*',
  'java.util.regex.Pattern',
  'java.util.stream.Collectors',
  'javax.servlet.http.*',
];

function javaFile(top: string, body: string, imports: readonly string[] = []): string {
  const lines = [...javaImports, ...imports].map(path => `import ${path};`).join('\n');
  const handler = [
    '@Override',
    'protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {',
    indent(body, 2),
    '}',
  ].join('\n');
  return `package app;\n\n${lines}\n\npublic class Handler extends HttpServlet {\n${indent(`${top}\n\n${handler}`, 2)}\n}\n`;
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
