import { expect, it } from 'vitest';
import { takeLaunchedFiles } from './launched-files.ts';

type Queue = NonNullable<NonNullable<Parameters<typeof takeLaunchedFiles>[1]>['launchQueue']>;
type Consumer = Parameters<Queue['setConsumer']>[0];
type Launch = Parameters<Consumer>[0];
type Handle = NonNullable<Launch['files']>[number];

function handle(name: string, isGone = false): Handle {
  return { getFile: () => (isGone ? Promise.reject(new Error('gone')) : Promise.resolve({ name })) } as Handle;
}

async function launched(...launches: Launch[]): Promise<string[]> {
  const taken: string[] = [];
  let launch: Consumer = () => undefined;
  const launchQueue = { setConsumer: (consumer: Consumer) => (launch = consumer) };
  takeLaunchedFiles(
    {
      async takeFile({ name }) {
        await Promise.resolve();
        taken.push(name);
      },
    },
    { launchQueue },
  );
  for (const one of launches) launch(one);
  await new Promise((done) => setTimeout(done));
  return taken;
}

it('opens the files that the system hands over, in order', async () => {
  expect(await launched({ files: [handle('a.pdf'), handle('b.txt')] }, { files: [handle('c.epub')] })).toEqual([
    'a.pdf',
    'b.txt',
    'c.epub',
  ]);
});

it('a file that is gone does not keep the others out, and a start without files opens none', async () => {
  expect(await launched({}, { files: [] }, { files: [handle('a.pdf', true), handle('b.txt')] })).toEqual(['b.txt']);
});

it('a browser without it is left alone', () => {
  expect(() => takeLaunchedFiles({ takeFile: () => Promise.resolve() }, {})).not.toThrow();
});
