#!/usr/bin/env node
// Runs the compiled command. Compiles src/ into dist/ first when dist/ is missing or older: nobody has to know of a build.
import { setFlagsFromString } from 'node:v8';
import { compileIfStale } from './compile.js';

// From Node 22 on a process may never end: at exit it waits for a thread that compiles, and that thread waits for a
// garbage collection of the exiting one (nodejs/node issue 54918, open). These two compilers are the ones that wait.
setFlagsFromString('--no-maglev');
setFlagsFromString('--no-concurrent-sparkplug');

await compileIfStale();
await import('../dist/main.js');
