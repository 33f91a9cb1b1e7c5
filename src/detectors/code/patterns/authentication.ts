import type { CallView, CheckResult } from '../engine/model.ts';

/** Names that say somebody looks at who the caller is. */
const words =
  /auth(?!or\b|ors\b)|log_?in(?!fo)|logged_?in|(?<!\bdb\.)(?<!\w)session(?!maker)\b|passport|jwt|token|is_?admin|require_?(?:admin|user|role|permission)|current_?user|guard|staff_(?:member|only)|(?<!dis)allow_?only|Security|ensure[A-Z]|verify|protect|role|rbac|\bacl\b|permission|api_?key|principal|\.user\b/i;
const dependencies =
  /Depends\((?!\s*(?:get_)?(?:db|session|settings|config|conn|database|async_session)\w*\s*\))/;

/** What looks at every request of the file's routes. */
const everywhere =
  /\.(?:use|addHook|register|useGlobalGuards|all|param|Use|With|Group|Pre|Wrap)\((?:[^()\n]|\([^()\n]*\))*(?:auth(?!or)|login|session|passport|jwt|token|admin|guard|protect|verify|permission|role|secur|acl|Auth|Login|Session|Jwt|JWT|Token|Admin|Guard|Protect|Verify|Permission|Role|Secur)|UseGuards|APP_GUARD|auth\.(?:default|strategy)|withAuth|protectedProcedure|before_(?:app_)?request|(?:APIRouter|FastAPI|include_router|Blueprint)\([^)]*dependencies|Middleware\b|(?:Login|Permission|UserPassesTest)\w*Mixin|DEFAULT_PERMISSION|decorators\s*=\s*\[|SecurityFilterChain|HttpSecurity|ListenAndServe\w*\([^\n]*(?:[aA]uth|[pP]rotect|[gG]uard|[sS]ession)/;

/** Routes that people who have not signed in are meant to reach. */
const forAnybody =
  /log_?in|log_?out|sign_?(?:in|up|out)|regist|auth|token|callback|webhook|hook|health|public|password|reset|contact|subscri|feedback|graphql|refresh|session|verify|confirm|search|track|metrics|csp|report|^\/?$|\*/i;

/** A route that other routes of the file are told apart from by a name for who may use them. */
const guardedRoute =
  /\.(?:get|post|put|patch|delete|del|GET|POST|PUT|PATCH|DELETE|Get|Post|Put|Patch|Delete)\(\s*["'`][^"'`\n]*["'`]\s*,\s*\[?\s*[\w.]*(?:auth(?!or)|login|admin|protect|guard|verify|jwt|permission|role)\w*(?:\([^()\n]*\))?\s*[\],]|^[ \t]*@(?:[\w.]*(?:login|permission|auth|jwt|token|admin|role|staff)_?\w*required|requires?_\w+|roles?_required|PreAuthorize|Secured|RolesAllowed)\b|Depends\(\s*(?:get_)?(?:current|require|verify)_?\w+/im;

const address = /(["'`])[^"'`\n]*\/[^"'`\n]*\1/;

/** Whether what a route runs, or the file for all its routes, looks at who the caller is. */
export function authenticates(call: CallView): boolean {
  // What the address is called says nothing of who may use it.
  const own = [call.declaration.replace(address, ''), call.codeText(call.arg(1))].join('\n');
  return words.test(own) || dependencies.test(own) || call.mentions(everywhere);
}

/** A route that changes data and asks nothing, in a file whose other routes ask. */
export function isLeftOpen(call: CallView, path: string): CheckResult | undefined {
  if (forAnybody.test(path) || !call.mentions(guardedRoute) || authenticates(call)) return undefined;
  return {
    message: 'Other routes of this file authenticate their callers; this one, which changes data, does not.',
    confidence: 'low',
  };
}
