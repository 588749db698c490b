/** Fails where the interface is not whole in every language: part of `npm run lint`. */
import { fileURLToPath } from 'node:url';
import { localeProblems } from './lib/locale-problems.ts';

const problems = await localeProblems(fileURLToPath(new URL('../lit-localize.json', import.meta.url)));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
