import { matrix } from './matrix.ts';

matrix('sq');
