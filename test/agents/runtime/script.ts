import type { ModelRequest } from '@openai/agents';
import { assistantMessage, functionCall, ScriptedModel } from '@openai/agents/testing';

type Turn = ConstructorParameters<typeof ScriptedModel>[0] extends Iterable<infer Step> | undefined
  ? Step
  : never;

/** One call of a tool, as a model asks for it. The id says what it is about. */
export function call(name: string, about: string): ReturnType<typeof functionCall> {
  return functionCall(name, { about }, { callId: `call-${about}` });
}

/** The words of a model. */
export function says(text: string): ReturnType<typeof assistantMessage>[] {
  return [assistantMessage(text)];
}

/** A model that follows a script. */
export function scripted(...turns: readonly Turn[]): ScriptedModel {
  return new ScriptedModel(turns);
}

/** Everything a model was sent in a call, as text. */
export function sentIn(model: ScriptedModel, index = -1): string {
  const { input, systemInstructions } = model.calls.at(index)?.request ?? ({} as Partial<ModelRequest>);
  return JSON.stringify([systemInstructions, input]);
}
