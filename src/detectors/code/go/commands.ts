import type { CallView, RuleModel } from '../engine/model.ts';

const shells =
  /(?:^|\/)(?:sh|bash|zsh|dash|ksh|cmd|cmd\.exe|powershell|pwsh|env|xargs|ssh|sudo|python\d?|perl|ruby|node|php|eval)$/i;

const isShell = (call: CallView, position: number): boolean => {
  const name = call.arg(position)?.constant;
  return typeof name === 'string' && shells.test(name);
};

/** `os/exec` runs programs without a shell: data in an argument of a fixed program is no command (pkg.go.dev/os/exec). */
export const goCommandInjection: RuleModel = {
  local: true,
  sinks: [
    { what: 'the name of a program', calls: ['os/exec.Command'], args: [0] },
    { what: 'the name of a program', calls: ['os/exec.CommandContext'], args: [1] },
    {
      what: 'a shell command',
      calls: ['os/exec.Command'],
      args: [1, 2, 3, 4, 5],
      when: call => isShell(call, 0),
      unknown: 'composed',
    },
    {
      what: 'a shell command',
      calls: ['os/exec.CommandContext'],
      args: [2, 3, 4, 5],
      when: call => isShell(call, 1),
      unknown: 'composed',
    },
    {
      what: 'the name of a program',
      calls: ['os.StartProcess', 'syscall.Exec', 'syscall.ForkExec'],
      args: [0],
    },
    {
      what: 'the arguments of a program',
      calls: ['os.StartProcess', 'syscall.Exec', 'syscall.ForkExec'],
      args: [1],
    },
    {
      what: 'a remote command',
      calls: ['*.Run', '*.Output', '*.CombinedOutput', '*.Start'],
      when: call => call.count === 1 && /NewSession\(\)|ssh/.test(call.ref ?? ''),
    },
  ],
  sanitizers: [
    {
      calls: [
        'github.com/alessio/shellescape.Quote',
        'al.essio.dev/pkg/shellescape.Quote',
        'github.com/kballard/go-shellquote.Join',
      ],
    },
  ],
};

/** Interpreters inside a Go program. */
export const goCodeInjection: RuleModel = {
  local: true,
  sinks: [
    {
      what: 'code that is evaluated',
      calls: [
        'github.com/robertkrimen/otto.New().Run',
        'github.com/robertkrimen/otto.Otto().Run',
        'github.com/robertkrimen/otto.Otto().Eval',
        'github.com/robertkrimen/otto.New().Eval',
        'github.com/dop251/goja.New().RunString',
        'github.com/dop251/goja.Runtime().RunString',
        'github.com/dop251/goja.New().RunScript',
        'github.com/traefik/yaegi/interp.New().Eval',
        'github.com/traefik/yaegi/interp.Interpreter().Eval',
        'github.com/yuin/gopher-lua.NewState().DoString',
        'github.com/yuin/gopher-lua.LState().DoString',
        'github.com/antonmedv/expr.Eval',
        'github.com/expr-lang/expr.Eval',
        'github.com/expr-lang/expr.Compile',
        'github.com/antonmedv/expr.Compile',
        'github.com/Knetic/govaluate.NewEvaluableExpression',
        'github.com/casbin/govaluate.NewEvaluableExpression',
        'github.com/mattn/anko/vm.Execute',
        'rogchap.com/v8go.NewContext().RunScript',
        'plugin.Open',
      ],
      args: [0, 1],
    },
  ],
};
