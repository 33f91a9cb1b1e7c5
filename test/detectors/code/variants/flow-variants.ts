import { debugPrograms, debugWholePrograms } from './debug-programs.ts';
import { goFlows } from './go-flows.ts';
import { goPrograms } from './go-programs.ts';
import { goRedosPrograms } from './go-redos-programs.ts';
import { goScaffolds } from './go-scaffolds.ts';
import { goWholePrograms } from './go-whole-programs.ts';
import { javaFlows } from './java-flows.ts';
import { javaPrograms } from './java-programs.ts';
import { javaRecordPrograms } from './java-record-programs.ts';
import { javaScaffolds } from './java-scaffolds.ts';
import { javaSettingPrograms } from './java-setting-programs.ts';
import { javaWholePrograms } from './java-whole-programs.ts';
import { type Flow, javascriptFlows } from './javascript-flows.ts';
import { laterPrograms } from './later-programs.ts';
import { moreScaffolds } from './more-scaffolds.ts';
import { moreSettings } from './more-settings.ts';
import { productPrograms } from './product-programs.ts';
import type { Programs } from './programs.ts';
import { pythonFlows } from './python-flows.ts';
import { pythonRoutePrograms } from './python-route-programs.ts';
import { renderBody, renderFlow, renderSetting } from './render-flow.ts';
import type { Scaffold } from './scaffold.ts';
import { scriptingScaffolds } from './scripting-scaffolds.ts';
import { settingFlows } from './setting-flows.ts';
import { settings as firstSettings } from './settings.ts';

/** All programs of one scaffold or setting: the flows of its language put into it. */
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

const scaffolds = [...scriptingScaffolds, ...moreScaffolds, ...goScaffolds, ...javaScaffolds];

const settings = [...firstSettings, ...moreSettings];

const flowPrograms: readonly FlowVariants[] = scaffolds.map((scaffold, at) => ({
  rule: scaffold.rule,
  language: scaffold.language,
  number:
    scaffolds.slice(0, at).filter(one => one.rule === scaffold.rule && one.language === scaffold.language)
      .length + 1,
  variants: flowsOf[scaffold.language]
    .filter(flow => scaffold.except?.includes(flow.name) !== true)
    .map(flow => ({ name: flow.name, vulnerable: flow.vulnerable, ...renderFlow(flow, scaffold) })),
}));

const settingPrograms: readonly FlowVariants[] = settings.map((setting, at) => ({
  rule: setting.rule,
  language: setting.language,
  number:
    settings.slice(0, at).filter(one => one.rule === setting.rule && one.language === setting.language)
      .length +
    scaffolds.filter(one => one.rule === setting.rule && one.language === setting.language).length +
    1,
  variants: settingFlows[setting.language]
    .filter(flow => setting.except?.includes(flow.name) !== true)
    .map(flow => ({ name: flow.name, vulnerable: flow.vulnerable, ...renderSetting(flow, setting) })),
}));

/** Every scaffold and setting with its programs. */
export const flowVariants: readonly FlowVariants[] = [...flowPrograms, ...settingPrograms];

const bodies = (programs: Programs): FlowVariants['variants'] =>
  [true, false].flatMap(vulnerable =>
    (vulnerable ? programs.ng : programs.ok).map(body => ({
      name: body,
      vulnerable,
      ...renderBody(body, programs),
    })),
  );

const uses: readonly FlowVariants[] = [
  ...goPrograms,
  ...javaPrograms,
  ...javaSettingPrograms,
  ...productPrograms,
  ...debugPrograms,
  ...goRedosPrograms,
].map((programs, at) => ({
  rule: programs.rule,
  language: programs.language,
  number: at + 1,
  variants: bodies(programs),
}));

const languageOf = { go: 'go', java: 'java', py: 'python', ts: 'javascript' } as const;

const wholes: readonly FlowVariants[] = [
  ...goWholePrograms,
  ...javaWholePrograms,
  ...debugWholePrograms,
  ...pythonRoutePrograms,
  ...javaRecordPrograms,
  ...laterPrograms,
].map(({ rule, path, ng, ok }, at) => ({
  rule,
  language: languageOf[path.slice(path.lastIndexOf('.') + 1) as keyof typeof languageOf],
  number: uses.length + at + 1,
  variants: [true, false].flatMap(vulnerable =>
    (vulnerable ? ng : ok).map(text => ({ name: text, vulnerable, path, text })),
  ),
}));

/** Uses of libraries and frameworks, by class. */
export const libraryVariants: readonly FlowVariants[] = [...uses, ...wholes];
