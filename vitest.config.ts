import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begins with the journeys that take a minute and more, so that none of them ends as the last and alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = ({ moduleId }: TestSpecification) => /(minute-unseen|voice|accessibility)\.test\.ts$/.test(moduleId);
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          // Vitest's own choice would be one on two cores.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/*.test.ts'],
          environment: 'node',
          globalSetup: ['e2e/rig/global-setup.ts'],
          // Each worker has a sound server and a voice of its own. A third makes two cores late: then sound is heard, and
          // light seen, when a journey does not expect it any more.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Minutes long, and so a part of `npm test -- --matrix` only: see docs/accessibility.md.
        test: {
          name: 'matrix',
          include: ['e2e/matrix/*.test.ts'],
          environment: 'node',
          globalSetup: ['e2e/rig/global-setup.ts'],
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
