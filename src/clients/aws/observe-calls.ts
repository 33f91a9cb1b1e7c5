/** The part of the SDK's middleware that is used: around a whole call, retries included. */
type Handler = (args: object) => Promise<{ readonly output?: { readonly $metadata?: object } }>;
type Stack = {
  add(
    middleware: (next: Handler, context: { readonly commandName?: string }) => Handler,
    options: { readonly step: 'initialize'; readonly name: string },
  ): void;
};

const failedActions = new WeakMap<object, string>();

/** Has a client tell which action an answer or an error belongs to: the SDK's errors do not say. */
export function observeCalls(
  client: { readonly middlewareStack: object },
  prefix: string,
  onRequest: (request: { readonly action: string; readonly requestId: string }) => void,
): void {
  const stack = client.middlewareStack as Stack;
  const observe = (next: Handler, { commandName = '' }: { readonly commandName?: string }): Handler => {
    const action = `${prefix}:${commandName.replace(/Command$/, '')}`;
    return async args => {
      try {
        const result = await next(args);
        const metadata = result.output?.$metadata;
        const requestId = metadata === undefined ? undefined : Reflect.get(metadata, 'requestId');
        if (typeof requestId === 'string') onRequest({ action, requestId });
        return result;
      } catch (error) {
        if (typeof error === 'object' && error !== null) failedActions.set(error, action);
        throw error;
      }
    };
  };
  stack.add(observe, { step: 'initialize', name: 'observeCalls' });
}

/** The action that a client of ours was at when it threw the error, for example `ec2:DescribeInstances`. */
export function actionOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? failedActions.get(error) : undefined;
}
