import type { FrameworkModel, ParameterModel } from '../engine/model.ts';

const inputs: ReadonlySet<string> = new Set([
  'Query',
  'Body',
  'Param',
  'Headers',
  'UploadedFile',
  'UploadedFiles',
  'HostParam',
  'Ip',
  'Args',
  'MessageBody',
  'Payload',
]);

/** Types that let any property in, unlike those of a transfer object that a pipe validates. */
const unchecked = /^(?:any|unknown|object|Partial<.*>|Record<.*>|DeepPartial<.*>)?$/;

/** NestJS: decorators bind request values to parameters (docs.nestjs.com/controllers). */
export const nest: FrameworkModel = {
  language: 'javascript',
  sources: [{ refs: ['nest.body'], label: 'the body of a request' }],
  entry({ code, parameterDecorators }) {
    if (parameterDecorators.every(decorators => decorators.length === 0)) return undefined;
    return code.parameters.map((parameter, at): ParameterModel => {
      const decorators = parameterDecorators[at] ?? [];
      if (/^(?:number|boolean)$/.test(parameter.annotation)) return undefined;
      if (decorators.some(({ method }) => method === 'Req' || method === 'Request'))
        return { ref: 'express.request' };
      if (decorators.some(({ method }) => method === 'Res' || method === 'Response'))
        return { ref: 'express.response' };
      const input = decorators.find(({ method }) => inputs.has(method));
      const piped = input?.text(1) ?? '';
      if (input?.method === 'Body' && input.count === 0 && unchecked.test(parameter.annotation))
        return { ref: 'nest.body' };
      return input === undefined || /Parse(?:Int|Float|Bool|UUID|Enum)Pipe/.test(piped + input.text(0))
        ? undefined
        : { label: 'an HTTP request value' };
    });
  },
};
