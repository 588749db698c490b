/** The catalogue over a list as long as Linux's, beside a bare loop over the same list: `npx tsx bench/voices.ts`. */
import { fakeVoice } from '../src/speech/web-speech/fake-speech-synthesis.ts';
import { listVoices } from '../src/speech/voices.ts';
import { albanianVoices } from '../src/speech/web-speech/voices.ts';
import { machine, milliseconds } from './statistics.ts';

const count = 13_362;
const runs = 31;

// One in 131 is Albanian, each eSpeak's with another disguise, as speech-dispatcher lists them.
const listed = Array.from({ length: count }, (_, at) =>
  at % 131 === 0 ? fakeVoice(`Albanian+v${at} espeak-ng`, 'sq') : fakeVoice(`English+v${at} espeak-ng`, 'en-GB'),
);

function time(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const catalogue: number[] = [];
const bare: number[] = [];
let read = 0;
for (let run = 0; run < runs; run += 1) {
  catalogue.push(
    time(() =>
      listVoices(
        albanianVoices(listed).map(({ voice }) => voice),
        [],
        () => false,
      ),
    ),
  );
  bare.push(
    time(() => {
      for (const { lang } of listed) read += lang.length;
    }),
  );
}
console.log(machine());
console.log(`\nThe Albanian voices among ${count} listed`);
console.log(`  catalogue ${milliseconds(catalogue)}`);
console.log(`  bare loop ${milliseconds(bare)}, ${read / runs} characters of language tags read`);
