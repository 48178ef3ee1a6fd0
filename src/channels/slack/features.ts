import { alerts } from './alerts.ts';
import { basket } from './basket.ts';
import { candidates } from './candidates.ts';
import { citing } from './citing.ts';
import { deleting } from './deleting.ts';
import type { Feature } from './feature.ts';
import { home } from './home.ts';
import { ladder } from './ladder.ts';
import { nearest } from './nearest.ts';
import { rating } from './rating.ts';
import { reading } from './reading.ts';
import { settings } from './settings.ts';
import { settingsChoice } from './settings-choice.ts';
import { sharing } from './sharing.ts';
import { verifying } from './verifying.ts';

/** Everything that people do beyond writing messages. */
export const features: readonly Feature[] = [
  reading,
  sharing,
  rating,
  nearest,
  alerts,
  ladder,
  candidates,
  deleting,
  home,
  settings,
  settingsChoice,
  basket,
  citing,
  verifying,
];
