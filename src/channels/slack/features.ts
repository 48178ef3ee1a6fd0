import type { Feature } from './feature.ts';
import { rating } from './rating.ts';
import { reading } from './reading.ts';
import { sharing } from './sharing.ts';
import { verifying } from './verifying.ts';

/** Everything that people do beyond writing messages. */
export const features: readonly Feature[] = [reading, sharing, rating, verifying];
