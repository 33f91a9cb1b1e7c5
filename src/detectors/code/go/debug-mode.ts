import type { CallView, RuleModel } from '../engine/model.ts';
import { isResponse } from './web.ts';

const profiles = 'Profiles of the process are served to everybody.';

/** Pages that only some may see, or only this machine. */
const isProtected = (call: CallView): boolean =>
  /auth|admin|require|protect|guard/i.test(call.text(1)) ||
  call.mentions(
    /"(?:localhost|127\.0\.0\.1|\[::1\]):|[aA]uth(?!or\b)|[rR]equire[A-Z]\w*\(|[lL]ogin|\bguard|[pP]ermission/,
  );

const dependsOnEnvironment = (call: CallView): boolean =>
  call.mentionsWithin(/os\.(?:Getenv|LookupEnv)|flag\.Bool|\bviper\./);

/** Profiling and debugging pages served to everybody, stacks in answers (pkg.go.dev/net/http/pprof). */
export const goDebugMode: RuleModel = {
  ownSources: true,
  withoutSource: /pprof|expvar|SetMode|\.Debug\b|middleware\.Profiler|debug\.Stack|runtime\.Stack/,
  sinks: [
    { what: 'an answer', calls: ['net/http.Error'], args: [1] },
    {
      what: 'an answer',
      calls: ['fmt.Fprint', 'fmt.Fprintf', 'fmt.Fprintln', 'io.WriteString'],
      args: [1, 2, 3, 4],
      when: call => isResponse(call, 0),
    },
    {
      what: 'an answer',
      calls: ['*.Write', '*.WriteString'],
      when: call =>
        call.receiver?.ref === 'net/http.ResponseWriter()' ||
        /^(?:w|rw|response|writer)$/.test(call.receiverName),
    },
    {
      what: 'an answer',
      calls: ['JSON', 'String', 'HTML', 'Data', 'AbortWithStatusJSON', 'SendString', 'Send'].map(
        name => `*.${name}`,
      ),
      args: [0, 1, 2],
      when: call => /^(?:c|ctx|context|Status)$/.test(call.receiverName),
    },
  ],
  checks: [
    {
      calls: ['net/http.ListenAndServe', 'net/http.ListenAndServeTLS'],
      check: call =>
        call.imports('net/http/pprof') &&
        [1, 3].some(
          at => call.arg(at)?.constant === null || call.arg(at)?.ref === 'net/http.DefaultServeMux',
        ) &&
        !/^(?:localhost|127\.0\.0\.1|\[::1\])/.test(String(call.arg(0)?.constant ?? ''))
          ? profiles
          : undefined,
    },
    {
      calls: [
        'HandleFunc',
        'Handle',
        'Handler',
        'HandlerFunc',
        'Get',
        'GET',
        'Any',
        'Method',
        'MethodFunc',
      ].map(name => `*.${name}`),
      check: call =>
        [0, 1, 2].some(at => /^(?:net\/http\/pprof|expvar)\./.test(call.arg(at)?.ref ?? '')) &&
        !isProtected(call)
          ? profiles
          : undefined,
    },
    {
      calls: [
        'github.com/gin-contrib/pprof.Register',
        'github.com/labstack/echo-contrib/pprof.Register',
        'github.com/gofiber/fiber/middleware/pprof.New',
        'github.com/go-chi/chi/middleware.Profiler',
      ],
      check: call => (isProtected(call) ? undefined : profiles),
    },
    {
      calls: ['github.com/gin-gonic/gin.SetMode'],
      check: call =>
        (call.arg(0)?.constant === 'debug' || call.arg(0)?.ref === 'github.com/gin-gonic/gin.DebugMode') &&
        !dependsOnEnvironment(call)
          ? { message: 'Gin runs in debug mode.', confidence: 'low' }
          : undefined,
    },
    {
      writes: ['*.Debug'],
      check: call =>
        call.arg(0)?.constant === true &&
        /echo\.New|^e$|^app$/.test(`${call.receiver?.ref ?? ''} ${call.receiverName}`)
          ? 'Errors are answered with their details.'
          : undefined,
    },
  ],
};
