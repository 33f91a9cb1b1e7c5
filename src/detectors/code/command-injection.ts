import { defineCodeRule } from './define-code-rule.ts';
import type { CallView } from './engine/model.ts';
import { goCommandInjection } from './go/commands.ts';
import { javaCommandInjection } from './java/commands.ts';

const shellWords = /^(?:sh|bash|zsh|ksh|cmd|cmd\.exe|powershell|pwsh|\/bin\/(?:ba|z)?sh)$/;

const hasShell = (call: CallView, options: readonly (number | string)[]): boolean =>
  options.some(position => {
    const shell = call.option(position, 'shell');
    return shell !== undefined && shell.constant !== false && shell.constant !== null;
  });

/** The arguments of `sh -c` are commands again. */
const runsShell = (call: CallView): boolean => {
  const program = call.arg(0)?.constant;
  return typeof program === 'string' && shellWords.test(program);
};

const pythonShell = (call: CallView): boolean => {
  const shell = call.arg('shell');
  return shell !== undefined && shell.constant !== false && shell.constant !== null && shell.constant !== 0;
};

const pythonRunsShell = (call: CallView): boolean => {
  const program = call.items(call.arg('0:args'))?.[0]?.constant;
  return typeof program === 'string' && shellWords.test(program);
};

const subprocess = ['run', 'call', 'check_call', 'check_output', 'Popen', 'getoutput', 'getstatusoutput'].map(
  name => `subprocess.${name}`,
);

/** CWE-78; nodejs.org/api/child_process.html, docs.python.org/3/library/subprocess.html#security-considerations. */
export const commandInjection = defineCodeRule({
  id: 'command-injection',
  title: 'Command injection',
  severity: 'critical',
  confidence: 'high',
  cwe: ['CWE-78'],
  owasp: ['A03'],
  what: 'Reports untrusted data that becomes part of a shell command or chooses the program to run.',
  why: 'Whoever controls the value runs any command with the rights of the process.',
  fix: 'Run the program without a shell and pass the value as one element of the argument list (`execFile`, `spawn`, `subprocess.run([...])`), or accept only values from a fixed list.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback',
    'https://docs.python.org/3/library/subprocess.html#security-considerations',
  ],
  keywords: ['child_process', 'exec', 'spawn', 'shell', 'subprocess', 'os.system', 'popen', 'system('],
  withoutSource:
    /child_process|subprocess|os\.(?:system|popen)|from os import|popen|shelljs|execa|create_subprocess|commands\b/,
  examples: {
    bad: [
      {
        path: 'src/ping.ts',
        text: "import { exec } from 'node:child_process';\napp.get('/ping', (req, res) => {\n  exec(`ping -c 1 ${req.query.host}`, (error, out) => res.send(out));\n});\n",
      },
      {
        path: 'app/views.py',
        text: "import os\nfrom flask import request\n\ndef ping():\n    os.system('ping -c 1 ' + request.args['host'])\n",
      },
      {
        path: 'app/convert.go',
        text: 'package app\n\nimport (\n\t"net/http"\n\t"os/exec"\n)\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\texec.Command("sh", "-c", "convert "+r.FormValue("name")).Run()\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    Runtime.getRuntime().exec("convert " + request.getParameter("name"));\n  }\n}\n',
      },
    ],
    good: [
      {
        path: 'src/ping.ts',
        text: "import { execFile } from 'node:child_process';\napp.get('/ping', (req, res) => {\n  execFile('ping', ['-c', '1', req.query.host], (error, out) => res.send(out));\n});\n",
      },
      {
        path: 'app/views.py',
        text: "import subprocess\nfrom flask import request\n\ndef ping():\n    subprocess.run(['ping', '-c', '1', request.args['host']], check=True)\n",
      },
      {
        path: 'app/convert.go',
        text: 'package app\n\nimport (\n\t"net/http"\n\t"os/exec"\n)\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\texec.Command("convert", "--", r.FormValue("name")).Run()\n}\n',
      },
      {
        path: 'src/Handler.java',
        text: 'import javax.servlet.http.*;\n\npublic class Handler extends HttpServlet {\n  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n    new ProcessBuilder("convert", "--", request.getParameter("name")).start();\n  }\n}\n',
      },
    ],
  },
  models: {
    go: goCommandInjection,
    java: javaCommandInjection,
    javascript: {
      local: true,
      sinks: [
        {
          what: 'a shell command',
          calls: [
            'child_process.exec',
            'child_process.execSync',
            'shelljs.exec',
            'execa.execaCommand',
            'execa.execaCommandSync',
            'execa.command',
            'execa.commandSync',
            'ssh2.exec',
            'ssh2.Client().exec',
            'node-ssh.NodeSSH().execCommand',
            '*.execCommand',
          ],
          unknown: 'composed',
        },
        {
          what: 'the program to run',
          calls: [
            'child_process.spawn',
            'child_process.spawnSync',
            'child_process.execFile',
            'child_process.execFileSync',
            'child_process.fork',
            'execa.execa',
            'execa.execaSync',
            'execa.execaNode',
            'execa.sync',
            'execa',
            'cross-spawn',
            'cross-spawn.sync',
            'cross-spawn.spawn',
            'tinyexec.x',
            'tinyexec.exec',
            'nano-spawn',
            'node-pty.spawn',
            'Bun.spawn',
            'Bun.spawnSync',
            'Deno.run',
            'Deno.Command',
          ],
        },
        {
          what: 'the arguments of a shell',
          calls: [
            'child_process.spawn',
            'child_process.spawnSync',
            'child_process.execFile',
            'child_process.execFileSync',
            'cross-spawn',
            'cross-spawn.sync',
            'execa',
            'execa.execa',
            'execa.execaSync',
            'node-pty.spawn',
          ],
          args: [1],
          when: call => runsShell(call) || hasShell(call, [1, 2]),
          unknown: 'composed',
        },
      ],
      sanitizers: [
        {
          calls: [
            'shell-quote.quote',
            'shell-escape',
            'shellescape',
            'shlex.quote',
            'shescape.quote',
            '*.quoteAll',
          ],
        },
      ],
    },
    python: {
      local: true,
      sinks: [
        {
          what: 'a shell command',
          calls: [
            'os.system',
            'os.popen',
            'popen2.popen2',
            'commands.getoutput',
            'commands.getstatusoutput',
            'subprocess.getoutput',
            'subprocess.getstatusoutput',
            'asyncio.create_subprocess_shell',
            'pty.spawn',
          ],
          args: ['0:cmd'],
          unknown: 'composed',
        },
        {
          what: 'a shell command',
          calls: subprocess,
          args: ['0:args'],
          when: pythonShell,
          unknown: 'composed',
          unknownConfidence: 'medium',
        },
        {
          what: 'the arguments of a shell',
          calls: [...subprocess, 'asyncio.create_subprocess_exec'],
          args: ['0:args'],
          when: pythonRunsShell,
          unknown: 'composed',
        },
        {
          what: 'the program to run',
          calls: [...subprocess],
          args: ['0:args'],
          deep: false,
          when: call => call.items(call.arg('0:args')) === undefined,
        },
        {
          what: 'the program to run',
          calls: [
            'os.execl',
            'os.execle',
            'os.execlp',
            'os.execv',
            'os.execve',
            'os.execvp',
            'os.startfile',
            'os.spawnl',
            'os.spawnv',
            'asyncio.create_subprocess_exec',
          ],
          args: [0],
        },
        {
          what: 'a remote command',
          calls: ['*.exec_command', '*.exec_run', '*.run_cmd', '*.run_ps', '*.send_command'],
          args: ['0:cmd'],
        },
        {
          what: 'a shell command',
          calls: [
            ...['run', 'sudo', 'local'].flatMap(name => [
              `fabric.Connection().${name}`,
              `fabric.api.${name}`,
              `invoke.Context().${name}`,
              `invoke.context.Context().${name}`,
            ]),
            'invoke.run',
            'fabric.Group().run',
            'pexpect.run',
            'pexpect.spawn',
            'asyncssh.connect().run',
          ],
          args: ['0:command'],
        },
        {
          // A task of Invoke or Fabric is given its connection.
          what: 'a shell command',
          calls: ['*.run', '*.sudo', '*.local'],
          args: ['0:command'],
          receiver: /^(?:c|ctx|context|conn|connection|group)$/,
          when: call => ['fabric', 'invoke', 'asyncssh'].some(module => call.imports(module)),
        },
      ],
      sanitizers: [{ calls: ['shlex.quote', 'pipes.quote', 'shlex.join'] }],
    },
  },
});
