import type { SourceFile } from '../../contracts/detector.ts';
import type { Language } from './engine/ir.ts';
import type { RuleModel } from './engine/model.ts';

/**
 * Words one of which stands in every file where a framework model can find untrusted data: the names of
 * parameters, objects and functions the models know. Analysing a file without them cannot report a flow.
 */
const sourceWords: Readonly<Partial<Record<Language, RegExp>>> = {
  javascript:
    /\b_?req\b|\brequest\b(?=\s*[,:).?[}=])|\b(?:ctx|context|c)\.(?:query\w*|params|path|url|originalUrl|href|search|headers?|host\w*|get|cookies|request|req)\b|=\s*(?:ctx|context)\b|\bargv\b|\blocation\b\s*[.}=]|\bdocument\.(?:URL|baseURI|documentURI|referrer|cookie)\b|window\.name|\b(?:NextRequest|FormData|IncomingMessage|FastifyRequest|searchParams|PageProps|loader|action|RequestEvent|APIContext|get(?:ServerSideProps|InitialProps)|use(?:SearchParams|Params|Router))\b|\b(?:function|const)\s+(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|middleware)\b|@(?:Query|Body|Param|Headers|Args|Payload|MessageBody|UploadedFiles?|Req|Request)\b|['"](?:message|entry)['"]|adm-zip|jszip|unzipper|node-stream-zip/,
  java: /\b(?:Http)?ServletRequest\b|@(?:RequestParam|PathVariable|RequestBody|RequestHeader|CookieValue|ModelAttribute|RequestPart|(?:Request|Get|Post|Put|Patch|Delete|Message|Query)Mapping|QueryParam|PathParam|FormParam|HeaderParam|CookieParam|POST|PUT|PATCH)\b|MultipartFile|\bServerRequest\b|\bServerHttpRequest\b|System\.(?:getenv|getProperty|in|console)\b|\b(?:Server)?Socket\b|URLConnection|ZipEntry|ArchiveEntry|JarEntry|\bHttpExchange\b|\bWebRequest\b/,
  go: /\bhttp\.Request\b|\b(?:gin|echo|fiber|iris)\.(?:Context|Ctx)\b|\bos\.(?:Args|Getenv|Stdin)\b|\bmux\.Vars\b|\bchi\.URLParam\b|\bwebsocket\.Conn\b|\bnet\.(?:Conn|Listen)\b|\barchive\/(?:zip|tar)\b|\bflag\./,
  python:
    /\b(?:request|argv|stdin|(?:raw_)?input|FieldStorage|zipfile|tarfile|rarfile|py7zr|HTTPRequestHandler)\b|@\w+\.(?:route|get|post|put|patch|delete|head|options|api_route|websocket)\b|View\b|Handler\b|Resource\b/,
};

/** Whether untrusted data could enter in a file at all; asked once for all rules. */
function hasSourceWords(file: SourceFile, language: Language): boolean {
  return file.memo('code:source-words', ({ text }) => sourceWords[language]?.test(text) ?? true);
}

/** Whether a rule could report anything in a file: it needs a source, or looks for more than flows. */
export function isWorthAnalysing(
  file: SourceFile,
  {
    language,
    model,
    without,
  }: { readonly language: Language; readonly model: RuleModel; readonly without: RegExp | undefined },
): boolean {
  // Asked first: the answer is shared by all rules, while each rule's own words are one more pass over the text.
  if (hasSourceWords(file, language)) return true;
  const onlyFlows =
    model.checks === undefined && (model.sinks ?? []).every(sink => sink.unknown === undefined);
  return !onlyFlows && (without === undefined || without.test(file.text));
}
