import type { CallView, RuleModel } from '../engine/model.ts';
import { writers, writes } from './web.ts';

const shown = 'Errors are answered with their stack.';
const setting = /^server\.error\.include-?stack-?trace$/i;
const showing = /^(?:always|on[_-](?:trace[_-])?param)$/i;

/** Names and values one after the other, as `Map.of` takes them. */
const showsStack = (call: CallView): boolean =>
  Array.from({ length: Math.floor(call.count / 2) }, (_, pair) => pair * 2).some(
    at =>
      setting.test(String(call.arg(at)?.constant ?? '')) &&
      showing.test(String(call.arg(at + 1)?.constant ?? '')),
  );

/** Whether what a variable wraps is written to the response in the same method. */
function isAnswered(call: CallView): boolean {
  const wrapped = /^new (?:[\w.]+\.)?PrintWriter\((\w+)\)$/.exec(call.text(0))?.[1];
  const isRoute = call.mentions(
    /@(?:Rest)?Controller(?:Advice)?\b|@ExceptionHandler|ExceptionMapper|@Path\b/,
  );
  if (wrapped !== undefined && isRoute && call.mentionsWithin(new RegExp(`return [^;\n]*\\b${wrapped}\\b`)))
    return true;
  return (
    wrapped !== undefined &&
    call.mentionsWithin(
      new RegExp(`(?:getWriter\\(|\\bout\\b|\\bwriter\\b|sendError\\(|\\.body\\()[^;\n]*[(,+ ]${wrapped}\\b`),
    )
  );
}

/** Stack traces sent to callers, debugging switched on (CWE-489, CWE-209). */
export const javaDebugMode: RuleModel = {
  ownSources: true,
  withoutSource:
    /[sS]tack-?[tT]race|StackFrames|STACK_TRACE|setDebug|debug\(|EnableWebSecurity|setShowStacks|setDevMode/,
  sinks: [
    {
      what: 'an answer',
      calls: writers.flatMap(writer => writes.map(name => `${writer}.${name}`)),
      args: ['all'],
    },
    { what: 'an answer', calls: ['*.sendError'], args: [1] },
    {
      what: 'an answer',
      calls: ['*.body', 'ResponseEntity.ok', 'ResponseEntity'],
      when: call => call.mentions(/ResponseEntity/),
    },
    { what: 'an answer', calls: ['*.entity'], when: call => call.mentions(/\bws\.rs\b/) },
    { what: 'an answer', calls: ['route.return'] },
  ],
  checks: [
    {
      calls: ['*.printStackTrace'],
      check: call =>
        call.count === 1 &&
        (/getWriter\(\)|^out$|^writer$|getOutputStream/.test(call.text(0)) || isAnswered(call)) &&
        call.mentions(/HttpServletResponse|@(?:Rest)?Controller(?:Advice)?\b|ExceptionMapper|@Path\b/)
          ? 'The stack of the server is sent to the caller.'
          : undefined,
    },
    {
      calls: ['EnableWebSecurity'],
      check: call =>
        call.arg('debug')?.constant === true
          ? 'Security filters log every request with its headers.'
          : undefined,
    },
    {
      calls: ['*.debug', '*.setDebug', '*.setDevMode'],
      check: call =>
        call.count === 1 &&
        call.arg(0)?.constant === true &&
        /web|security|config|engine|app/i.test(call.receiverName)
          ? 'Debugging is switched on.'
          : undefined,
    },
    {
      calls: ['*.setShowStacks'],
      check: call => (call.arg(0)?.constant === true ? shown : undefined),
    },
    {
      calls: ['System.setProperty', 'Map.of', 'Map.entry', '*.put', '*.setProperty'],
      check: call => (showsStack(call) ? shown : undefined),
    },
    {
      calls: ['*.properties', '*.withProperties'],
      check: call =>
        Array.from({ length: call.count }, (_, at) => String(call.arg(at)?.constant ?? '')).some(text => {
          const [name = '', value = ''] = text.split(/\s*[=:]\s*/);
          return setting.test(name) && showing.test(value);
        })
          ? shown
          : undefined,
    },
    {
      calls: ['ErrorAttributeOptions.of', '*.including'],
      check: call =>
        [0, 1, 2, 3].some(at => call.arg(at)?.ref?.endsWith('Include.STACK_TRACE') === true)
          ? shown
          : undefined,
    },
  ],
};
