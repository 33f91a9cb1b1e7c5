import type { CallView, FrameworkModel, ParameterModel } from '../engine/model.ts';

const inputs =
  /^(?:RequestParam|PathVariable|RequestBody|RequestHeader|CookieValue|ModelAttribute|RequestPart|MatrixVariable|Payload|Argument)$/;
const mappings =
  /^(?:Request|Get|Post|Put|Patch|Delete)Mapping$|^(?:Message|Query|Mutation|Schema)Mapping$|^(?:KafkaListener_|ExceptionHandler_)$/;
/** Types that Spring fills in itself, or that models know. */
const provided =
  /^(?:Http(?:Servlet)?(?:Request|Response|Session|Headers|Entity)|Servlet(?:Request|Response)|Model(?:Map|AndView)?|Principal|Authentication|Locale|BindingResult|RedirectAttributes|SessionStatus|UriComponentsBuilder|Pageable|WebRequest|Errors|Map|OutputStream|Writer)\b/;

/** Spring MVC and WebFlux: annotations bind request values to parameters (docs.spring.io/spring-framework). */
export const spring: FrameworkModel = {
  language: 'java',
  sources: [
    {
      refs: [
        'MultipartFile().getOriginalFilename()',
        'MultipartFile().getName()',
        'MultipartFile().getInputStream()',
        'MultipartFile().getBytes()',
        'MultipartFile().getContentType()',
        'ServerHttpRequest().getURI()',
        'ServerHttpRequest().getQueryParams()',
        'ServerHttpRequest().getHeaders()',
        'ServerHttpRequest().getBody()',
        'ServerRequest().queryParam()',
        'ServerRequest().pathVariable()',
        'ServerRequest().bodyToMono()',
        'WebRequest().getParameter()',
        'WebRequest().getHeader()',
        'NativeWebRequest().getParameter()',
      ],
      label: 'an HTTP request value',
    },
  ],
  entry({ code, decorators, parameterDecorators }) {
    const isRoute = decorators.some(({ method }) => mappings.test(method));
    const isBound = parameterDecorators.some(list => list.some(({ method }) => inputs.test(method)));
    if (!isRoute && !isBound) return undefined;
    return code.parameters.map((parameter, at) =>
      parameterModel(parameter.annotation, parameterDecorators[at] ?? [], isRoute),
    );
  },
};

const numbers =
  /^(?:int|long|short|byte|double|float|boolean|Integer|Long|Short|Double|Float|Boolean|UUID|BigDecimal|LocalDate(?:Time)?|Instant|Date)$/;

function parameterModel(
  annotation: string,
  decorators: readonly CallView[],
  isRoute: boolean,
): ParameterModel {
  if (numbers.test(annotation)) return 'harmless';
  const bound = decorators.some(({ method }) => inputs.test(method));
  if (/MultipartFile\b/.test(annotation) && !/\[\]|</.test(annotation)) return undefined;
  if (bound) return { label: 'an HTTP request value' };
  // A parameter without annotation is bound by its name, or a bean from all of them.
  const isImplicit =
    isRoute && decorators.every(({ method }) => method === 'Valid' || method === 'Validated');
  return isImplicit && !provided.test(annotation) ? { label: 'an HTTP request value' } : undefined;
}
