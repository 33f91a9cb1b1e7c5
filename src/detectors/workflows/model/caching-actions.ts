import { actionNameOf } from './action-reference.ts';
import { versionOf } from './action-version.ts';
import type { Step } from './document.ts';
import { inputOf, textOf } from './yaml-access.ts';
import type { YamlEntry } from './yaml-tree.ts';

/** When an action restores a cache, from the action's own documentation. */
type CachingAction =
  /** Always, unless one of `off` is set to something that switches it off. */
  | { readonly by: 'default'; readonly off?: readonly string[]; readonly disabledBy?: readonly string[] }
  /** Only when one of `on` is set to something that is not empty or `false`. */
  | { readonly by: 'request'; readonly on: readonly string[] };

const cachingActions: Readonly<Record<string, CachingAction>> = {
  'actions-rust-lang/setup-rust-toolchain': { by: 'default', off: ['cache'] },
  'actions/cache': { by: 'default', disabledBy: ['lookup-only'] },
  'actions/cache/restore': { by: 'default', disabledBy: ['lookup-only'] },
  'actions/setup-dotnet': { by: 'request', on: ['cache'] },
  'actions/setup-go': { by: 'default', off: ['cache'] },
  'actions/setup-java': { by: 'request', on: ['cache'] },
  'actions/setup-node': { by: 'default', off: ['package-manager-cache'] },
  'actions/setup-python': { by: 'request', on: ['cache'] },
  'astral-sh/setup-uv': { by: 'default', off: ['enable-cache'] },
  'awalsh128/cache-apt-pkgs-action': { by: 'default' },
  'baptiste0928/cargo-install': { by: 'default' },
  'bazel-contrib/setup-bazel': {
    by: 'request',
    on: ['bazelisk-cache', 'disk-cache', 'external-cache', 'repository-cache'],
  },
  'coursier/cache-action': { by: 'default' },
  'denoland/setup-deno': { by: 'request', on: ['cache'] },
  'docker/setup-buildx-action': { by: 'default', off: ['cache-binary'] },
  'golangci/golangci-lint-action': { by: 'default', disabledBy: ['skip-cache'] },
  'graalvm/setup-graalvm': { by: 'request', on: ['cache'] },
  'gradle/actions/setup-gradle': { by: 'default', disabledBy: ['cache-disabled'] },
  'gradle/gradle-build-action': { by: 'default', disabledBy: ['cache-disabled'] },
  'hendrikmuhs/ccache-action': { by: 'default' },
  'jdx/mise-action': { by: 'default', off: ['cache'] },
  'julia-actions/cache': { by: 'default' },
  'mamba-org/setup-micromamba': {
    by: 'request',
    on: ['cache-downloads', 'cache-environment', 'cache-downloads-key', 'cache-environment-key'],
  },
  'moonrepo/setup-rust': { by: 'default', off: ['cache'] },
  'moonrepo/setup-toolchain': { by: 'default', off: ['cache'] },
  'mozilla-actions/sccache-action': { by: 'default' },
  'nix-community/cache-nix-action': { by: 'default' },
  'oven-sh/setup-bun': { by: 'default', disabledBy: ['no-cache'] },
  'pnpm/action-setup': { by: 'request', on: ['cache'] },
  'prefix-dev/setup-pixi': { by: 'request', on: ['cache'] },
  'pyo3/maturin-action': { by: 'request', on: ['sccache'] },
  'r-lib/actions/setup-r-dependencies': { by: 'default', off: ['cache'] },
  'ramsey/composer-install': { by: 'default', disabledBy: ['ignore-cache'] },
  'ruby/setup-ruby': { by: 'request', on: ['bundler-cache'] },
  'shivammathur/cache-extensions': { by: 'default' },
  'subosito/flutter-action': { by: 'request', on: ['cache'] },
  'swatinem/rust-cache': { by: 'default', disabledBy: ['lookup-only'] },
  'taiki-e/cache-cargo-install-action': { by: 'default' },
};

/** Decides what a computed setting comes to; undefined when that cannot be told. */
export type Evaluate = (input: YamlEntry) => boolean | undefined;

/** Whether a step restores a cache. */
export function restoresCache(step: Step, source: string, evaluate: Evaluate): boolean {
  const name = actionNameOf(step.uses?.reference) ?? '';
  const action = Object.hasOwn(cachingActions, name) ? cachingActions[name] : undefined;
  if (action === undefined || step.uses === undefined) return false;
  const version = versionOf(step.uses, source);
  const special = specialCase(name, step, version?.[0], evaluate);
  if (special !== undefined) return special;
  const isOn = (key: string): boolean | undefined => switchOf(step, key, evaluate);
  if (action.by === 'request') return action.on.some(key => isOn(key) === true);
  const switchedOff = action.off?.some(key => isOn(key) === false) === true;
  return !switchedOff && action.disabledBy?.some(key => isOn(key) === true) !== true;
}

/** Behaviour that depends on the version or on two inputs together. */
function specialCase(
  name: string,
  step: Step,
  version: number | undefined,
  evaluate: Evaluate,
): boolean | undefined {
  if (name === 'actions/setup-node') {
    if (switchOf(step, 'cache', evaluate) === true) return true;
    // Automatic caching came with version 5.
    return version !== undefined && version < 5 ? false : undefined;
  }
  if (name === 'astral-sh/setup-uv') {
    const setting = textOf(inputOf(step.inputs, 'enable-cache')?.value)?.toLowerCase() ?? 'auto';
    // `auto` caches everywhere before version 10, and no longer in releases since.
    return setting === 'auto' ? version === undefined || version < 10 : undefined;
  }
  if (name === 'docker/setup-buildx-action') {
    // Without a version the runner's own binary is used, which is not cached.
    return (textOf(inputOf(step.inputs, 'version')?.value) ?? '') === '' ? false : undefined;
  }
  return undefined;
}

/** An input as a switch; undefined when it is not set. A setting that cannot be told counts as on. */
function switchOf(step: Step, key: string, evaluate: Evaluate): boolean | undefined {
  const input = inputOf(step.inputs, key);
  const text = textOf(input?.value)?.trim().toLowerCase();
  if (input === undefined) return undefined;
  if (text === undefined) return false;
  if (text.includes('${{')) return evaluate(input) ?? true;
  return !['', 'false', 'no', 'off', '0', 'never', 'none'].includes(text);
}
