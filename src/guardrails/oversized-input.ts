import { allowed, type GuardrailDefinition } from './guardrail-definition.ts';

/** Longest input of an agent, characters: far more than a person types, far less than a model's window. */
const maxInput = 200_000;
/** Longest parameters of a tool, characters; a proposed file is the longest of them. */
const maxParameters = 500_000;
/** Longest line without a blank that is still prose or code, characters; more is a blob that only costs tokens. */
const maxWord = 20_000;

/** Turns away input that is too large to be meant. */
export const oversizedInput: GuardrailDefinition = {
  name: 'oversized-input',
  kind: 'function',
  description: 'Turns away input that is too large to be meant, or that is one endless word.',
  places: ['input', 'tool-input'],
  always: true,
  create:
    () =>
    ({ place, text }) => {
      const limit = place === 'input' ? maxInput : maxParameters;
      if (text.length > limit) {
        const message = `The input has ${text.length} characters; at most ${limit} are taken. Give less, or name a file or a log for the agent to read.`;
        return { kind: 'reject', code: 'oversized-input', message };
      }
      if (place === 'input' && hasEndlessWord(text)) {
        const message = `The input holds a word of more than ${maxWord} characters. Leave encoded data out.`;
        return { kind: 'reject', code: 'oversized-input', message };
      }
      return allowed;
    },
};

function hasEndlessWord(text: string): boolean {
  let length = 0;
  for (const character of text) {
    length = /\s/.test(character) ? 0 : length + 1;
    if (length > maxWord) return true;
  }
  return false;
}
