/** The fraud vertical's words in Chinese; the shape of `en.ts`. */
import { capacityZh } from './capacity.zh.ts';
import { cardZh } from './card.zh.ts';
import type { en } from './en.ts';
import { featureWords } from './feature-words.ts';
import { figuresZh } from './figures.zh.ts';
import { limitsZh } from './limits.zh.ts';
import { measuresZh } from './measures.zh.ts';
import { knownWindowsZh, reasonsZh, rulesZh, windowsZh } from './reasons.zh.ts';
import { screensZh } from './screens.zh.ts';
import type { SameShape } from './shape.ts';

export const zh: SameShape<typeof en> = {
  name: '反欺诈',
  reaches: '支付预警：队列、审核、结论',
  navigation: { queue: '预警', capacity: '人手与收益', models: '模型', alert: '打开预警 {id}' },
  outcomes: { fraud: '欺诈支付' },
  figures: figuresZh,
  features: featureWords(measuresZh, windowsZh, knownWindowsZh, '，'),
  reasons: reasonsZh,
  windows: windowsZh,
  knownWindows: knownWindowsZh,
  rules: rulesZh,
  limits: limitsZh,
  screens: screensZh,
  capacity: capacityZh,
  card: cardZh,
};
