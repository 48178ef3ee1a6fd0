import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greffier-dependencies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Entries = Readonly<Record<string, object>>;

const good = { version: '1.0.0', license: 'MIT' };

/** What the report says of a lock. */
function report(packages: Entries): { readonly code: number | null; readonly out: string; readonly problems: string } {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/dependencies.js', folder], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, problems: stderr };
}

/** A lock of one dependency, `a`, that brings `b`. */
const bringing = (entry: object): Entries => ({
  '': { dependencies: { a: '1' } },
  'node_modules/a': { ...good, dependencies: { b: '1' } },
  'node_modules/b': { ...good, ...entry },
});

describe('the report on dependencies', () => {
  it('counts the production tree only, licences and bytes', () => {
    mkdirSync(join(folder, 'node_modules/a/node_modules/b'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/a/index.js'), 'x'.repeat(1_500_000));
    writeFileSync(join(folder, 'node_modules/a/node_modules/b/index.js'), 'x'.repeat(500_000));
    const { code, out } = report({
      '': { dependencies: { a: '1' }, devDependencies: { c: '1' } },
      'node_modules/a': { ...good, dependencies: { b: '1' }, optionalDependencies: { 'absent-here': '1' } },
      'node_modules/a/node_modules/b': { ...good, license: 'ISC' },
      'node_modules/b': { ...good, license: 'GPL-3.0-only' },
      'node_modules/c': { ...good, dependencies: { b: '1' }, hasInstallScript: true, deprecated: 'old' },
    });
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '2 packages, 2.0 MB installed',
      'largest: a 1.5 MB, b 0.5 MB',
      'licences: ISC 1, MIT 1',
      'deprecated: none',
      'install scripts: none',
      '',
    ]);
  });

  it.each([
    ['a licence that an MIT program may not carry', { license: 'GPL-3.0-only' }, 'is under GPL-3.0-only', 'licences'],
    ['no licence', { license: undefined }, 'names no licence', 'withoutLicence'],
    ['an install script', { hasInstallScript: true }, 'has an install script', 'installScripts'],
    ['a deprecation', { deprecated: 'use c' }, 'is deprecated: use c', 'deprecated'],
  ])('fails at %s, and names the package, who brings it and the remedy', (_, entry, what, key) => {
    expect(report(bringing(entry))).toMatchObject({
      code: 1,
      problems: `error: b@1.0.0 (brought by a > b): ${what}; do without it, or say in tools/dependencies.json, "${key}", why it may stay\n`,
    });
  });

  it.each([
    ['(MIT OR GPL-3.0-only)', 0],
    ['GPL-2.0-only OR (ISC AND Apache-2.0)', 0],
    ['Apache-2.0 WITH LLVM-exception', 0],
    ['MIT AND GPL-3.0-only', 1],
    ['(MIT OR ISC) AND GPL-3.0-only', 1],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 1],
    ['SEE LICENSE IN LICENSE.txt', 1],
    ['UNLICENSED', 1],
    ['', 1],
  ])('reads the licence %j as SPDX does', (license, code) => {
    expect(report(bringing({ license })).code).toBe(code);
  });

  it('lets pass what tools/dependencies.json gives a reason for, and prints the reason', () => {
    const { code, out } = report({
      '': { dependencies: { esbuild: '1', cldrjs: '1' } },
      'node_modules/esbuild': { ...good, hasInstallScript: true },
      'node_modules/cldrjs': { version: '1.0.0' },
    });
    expect(code).toBe(0);
    expect(out).toContain('install scripts: esbuild (never run');
  });

  it('passes on this repository', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/dependencies.js'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
