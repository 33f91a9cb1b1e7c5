import type { CallView, RuleModel } from '../engine/model.ts';

const shells = /(?:^|[/\\])(?:sh|bash|zsh|dash|ksh|cmd|cmd\.exe|powershell(?:\.exe)?|pwsh|ssh|env)$/i;
const runtime = /^Runtime\(\)\.exec$|Runtime/;

/** Whether a list of words runs a shell, or is not known. */
const runsShell = (call: CallView, position: number): boolean => {
  const items = call.items(call.arg(position));
  if (items === undefined) return true;
  const [program] = items;
  return (
    program?.constant === undefined ||
    shells.test(String(program.constant)) ||
    (program.taints.length ?? 0) > 0
  );
};

/** `Runtime.exec` splits a text into words, `ProcessBuilder` takes them (docs.oracle.com, java.lang.ProcessBuilder). */
export const javaCommandInjection: RuleModel = {
  local: true,
  sinks: [
    {
      what: 'a command',
      calls: ['*.exec'],
      when: call =>
        (runtime.test(call.ref ?? '') ||
          /^(?:r|rt|run|runtime)$/i.test(call.receiverName) ||
          call.receiverName === 'getRuntime') &&
        runsShell(call, 0),
      unknown: 'composed',
    },
    {
      what: 'the environment of a command',
      calls: ['Runtime().exec'],
      args: [1],
      when: call => call.count > 1 && call.arg(1)?.constant !== null,
    },
    { what: 'a command', calls: ['ProcessBuilder'], args: ['all'], when: builderRunsShell },
    {
      what: 'a command',
      calls: ['*.command'],
      args: ['all'],
      when: call =>
        /ProcessBuilder|^pb$|[bB]uilder/.test(`${call.ref ?? ''}${call.receiverName}`) &&
        builderRunsShell(call),
    },
    { what: 'a command', calls: ['CommandLine.parse', 'CommandLine'], unknown: 'composed' },
    {
      what: 'a remote command',
      calls: ['*.setCommand', 'ChannelExec().setCommand', '*.execCommand'],
      unknown: 'composed',
    },
  ],
  sanitizers: [
    {
      calls: [
        '*.encodeForOS',
        'StringEscapeUtils.escapeXSI',
        'ESAPI.encoder().encodeForOS',
        'StringUtils.handleQuoting',
      ],
    },
  ],
};

/** Words given one by one: those of a fixed program other than a shell are only arguments. */
function builderRunsShell(call: CallView): boolean {
  const [first] = [call.arg(0)];
  if (call.count > 1) {
    const isFixed = first?.constant !== undefined && !shells.test(String(first.constant));
    return !isFixed;
  }
  return runsShell(call, 0);
}

/** Script engines and expression languages (docs.spring.io, SpEL; commons.apache.org/ognl). */
export const javaCodeInjection: RuleModel = {
  local: true,
  sinks: [
    {
      what: 'code that is evaluated',
      calls: ['*.eval'],
      when: call =>
        /engine|script|jexl|groovy|shell|Context|polyglot|nashorn|js/i.test(
          `${call.ref ?? ''}${call.receiverName}`,
        ),
    },
    {
      what: 'code that is evaluated',
      calls: ['*.compile'],
      when: call => /engine|Compilable/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    {
      what: 'Groovy code',
      calls: ['*.evaluate', '*.parse', '*.parseClass', '*.run'],
      when: call => /Groovy|[sS]hell/.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    {
      what: 'a SpEL expression',
      calls: ['*.parseExpression', '*.parseRaw'],
      when: call => !/XPath|cron|math/i.test(call.receiverName),
    },
    {
      what: 'an OGNL expression',
      calls: ['Ognl.getValue', 'Ognl.setValue', 'Ognl.parseExpression', 'OgnlUtil().getValue'],
    },
    {
      what: 'an MVEL expression',
      calls: ['MVEL.eval', 'MVEL.compileExpression', 'MVEL.evalToString', 'MVEL.executeExpression'],
    },
    { what: 'an expression', calls: ['*.createValueExpression', '*.createMethodExpression'], args: [1] },
    {
      what: 'an expression',
      calls: ['*.createExpression', '*.createScript'],
      when: call => /jexl/i.test(`${call.ref ?? ''}${call.receiverName}`),
    },
    { what: 'the class that is loaded', calls: ['Class.forName', '*.loadClass', '*.defineClass'] },
    { what: 'a validation message with expressions', calls: ['*.buildConstraintViolationWithTemplate'] },
  ],
};
