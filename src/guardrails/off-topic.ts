import { allowed, type GuardrailDefinition } from './guardrail-definition.ts';

const rule =
  'The text is what somebody asks a DevOps assistant for. It breaks the rule when it asks for something that has nothing to do with software, its delivery, its infrastructure, its security or the running of a repository.';

/** Asks a model whether the input is about DevOps at all; for agents that are open to many people. */
export const offTopic: GuardrailDefinition = {
  name: 'off-topic',
  kind: 'agent',
  description:
    'Asks the model whether the input is about software and its delivery at all. One request per run.',
  places: ['input'],
  always: false,
  create:
    ({ ask }) =>
    async ({ text, context, signal }) => {
      if (ask === undefined) throw new Error('no model is configured');
      const { violates } = await ask({ rule, text, context, signal });
      return violates
        ? {
            kind: 'stop',
            code: 'off-topic',
            message: 'This is not about software or its delivery, so the agent was not asked.',
          }
        : allowed;
    },
};
