import type load from '#espeak-ng';
import { makePack } from './pack.ts';

export const { loader, data } = makePack();

const address = `data:text/javascript;base64,${Buffer.from(loader).toString('base64')}`;

export default ((await import(/* @vite-ignore */ address)) as { default: typeof load }).default;
