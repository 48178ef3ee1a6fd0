#!/usr/bin/env node
// Runs the compiled command. Compiles src/ into dist/ first when dist/ is missing or older: nobody has to know of a build.
import { compileIfStale } from './compile.js';

await compileIfStale();
await import('../dist/main.js');
