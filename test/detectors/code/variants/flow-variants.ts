import { goFlows } from './go-flows.ts';
import { goScaffolds } from './go-scaffolds.ts';
import { javaFlows } from './java-flows.ts';
import { javaScaffolds } from './java-scaffolds.ts';
import { type Flow, javascriptFlows } from './javascript-flows.ts';
import { pythonFlows } from './python-flows.ts';
import { renderFlow } from './render-flow.ts';
import type { Scaffold } from './scaffold.ts';
import { scriptingScaffolds } from './scripting-scaffolds.ts';

/** All programs of one scaffold: the flows of its language put into it. */
export type FlowVariants = {
  readonly rule: string;
  readonly language: Scaffold['language'];
  /** Which of the scaffolds of its class and language. */
  readonly number: number;
  readonly variants: readonly (Pick<Flow, 'name' | 'vulnerable'> & {
    readonly path: string;
    readonly text: string;
  })[];
};

const flowsOf: Readonly<Record<Scaffold['language'], readonly Flow[]>> = {
  javascript: javascriptFlows,
  python: pythonFlows,
  go: goFlows,
  java: javaFlows,
};

const scaffolds = [...scriptingScaffolds, ...goScaffolds, ...javaScaffolds];

/** Every scaffold with its programs. */
export const flowVariants: readonly FlowVariants[] = scaffolds.map((scaffold, at) => ({
  rule: scaffold.rule,
  language: scaffold.language,
  number:
    scaffolds.slice(0, at).filter(one => one.rule === scaffold.rule && one.language === scaffold.language)
      .length + 1,
  variants: flowsOf[scaffold.language]
    .filter(flow => scaffold.except?.includes(flow.name) !== true)
    .map(flow => ({ name: flow.name, vulnerable: flow.vulnerable, ...renderFlow(flow, scaffold) })),
}));
