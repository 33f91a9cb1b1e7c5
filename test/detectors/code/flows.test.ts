import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';
import { javascriptFlows } from './javascript-flows.ts';
import { pythonFlows } from './python-flows.ts';
import { renderFlow } from './render-flow.ts';
import { scaffolds } from './scaffolds.ts';

describe.each(scaffolds)('$rule in $language', scaffold => {
  const flows = scaffold.language === 'javascript' ? javascriptFlows : pythonFlows;

  it.each(flows.filter(flow => flow.vulnerable))('finds it $name', async flow => {
    const { path, text } = renderFlow(flow, scaffold);
    const findings = await analyseText(path, text);
    expect(findings.map(finding => finding.rule)).toContain(scaffold.rule);
  });

  it.each(flows.filter(flow => !flow.vulnerable))('is silent: $name', async flow => {
    const { path, text } = renderFlow(flow, scaffold);
    const findings = await analyseText(path, text);
    expect(findings.map(finding => finding.rule)).not.toContain(scaffold.rule);
  });
});
