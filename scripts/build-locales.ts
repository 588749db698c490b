/** Writes src/localization/generated from locales/: `npm run locales`, and the first step of `npm run build`. */
import { fileURLToPath } from 'node:url';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { FallbackLocalizer, type RuntimeConfig } from './lib/fallback-localizer.ts';

const config = readConfigFileAndWriteSchema(fileURLToPath(new URL('../lit-localize.json', import.meta.url)));
const localizer = new FallbackLocalizer(config as RuntimeConfig);
await localizer.build();
for (const [locale, count] of localizer.borrowed) console.log(`${locale}: ${count} messages are shown in English`);
