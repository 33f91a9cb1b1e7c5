import type { CallView, Pattern } from './engine/model.ts';

/** Methods of validators that return what fits the schema, with the types it says and nothing else in it. */
export const schemaMethods: readonly Pattern[] = [
  'parse',
  'safeParse',
  'parseAsync',
  'safeParseAsync',
  'validateSync',
  'validateAsync',
  'validate',
  'cast',
].map(name => `*.${name}`);

/** Whether such a method is one of zod, Joi, Yup and their like, by its module or the schema's name. */
export function isSchema(call: CallView): boolean {
  return (
    /^(?:zod|joi|@hapi\/joi|yup|superstruct|valibot|arktype|runtypes|io-ts)\b/.test(
      call.receiver?.ref ?? '',
    ) || /[sS]chema$|Dto$|DTO$|[vV]alidator$/.test(call.receiverName)
  );
}
