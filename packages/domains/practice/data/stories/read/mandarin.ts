/** How Chinese stories are read. Takes more wordings than the grammar makes. */
import type { LanguageReading } from './reading-table.ts';

const buys = '(买了|要买|挑了|选了|拿了|买|想买)';
const has = (who: string) => ({ direct: `(现在)?${who}(现在|还)?有{n}` });
const chance = (colour: string) => ({
  direct: `(摸到|拿到|摸出|拿出)${colour}球的(可能性|概率)是多少|这个球是${colour}球的(可能性|概率)是多少`,
});
const ticket = (kind: string) => ({
  direct: `一张${kind}票(要|卖|是)?多少元|${kind}票(每张|一张)(要|卖|是)?多少元`,
});
const evening = { evening: { direct: '晚上(的气温)?是多少(摄氏)?度' } };
const morning = ['早上的?气温是{start}', '早上,?温度计显示{start}'];
const byEvening = '(到了晚上|到晚上),?气温';

export const mandarin: LanguageReading = {
  lead: /^(?:(?:今天|星期六|有一天|假期里|设想一下),|假设|(?:来看一道题|动动脑):)/,
  sentenceEnd: /(?<=[。？！])/,
  frames: [
    { pattern: /^算一算,(.+)？$/, form: 'direct' },
    { pattern: /^请问(.+)？$/, form: 'direct' },
    { pattern: /^你(?:能说出|知道|能算出)(.+)吗？$/, form: 'direct' },
    { pattern: /^(?:请算出|试着算出|算出|请你算出)(.+)。$/, form: 'direct' },
    { pattern: /^(.+)？$/, form: 'direct' },
  ],
  situations: {
    shopping: {
      steps: [
        [
          `{a}${buys}{count},{e}(卖)?{price}`,
          `(商店里的)?{t}{e}(卖)?{price},{a}${buys}{count}`,
          '(商店里的)?{t}{e}(卖)?{price}',
          `{a}${buys}{count}`,
        ],
      ],
      asks: {
        total: {
          direct:
            '{a}一共(要|需要)?(付|花)(了)?多少元|(这些){t}一共(要|需要|卖)多少元|{a}买{t}一共(要|需要)?(付|花)(了)?多少元',
        },
      },
    },
    change: {
      steps: [
        [
          `{a}${buys}{count},{e}(卖)?{price}`,
          `(商店里的)?{t}{e}(卖)?{price},{a}${buys}{count}`,
          '(商店里的)?{t}{e}(卖)?{price}',
          `{a}${buys}{count}`,
        ],
        ['{a}(付了|给了){paid}', '{a}(付给|给了|给)店员{paid}'],
      ],
      asks: { change: { direct: '(店员)?应该找回多少元|店员(要|应该)找给{a}多少元|应该找给{a}多少元' } },
    },
    discount: {
      steps: [
        ['{a}(看中了|想买|要买){i},(标价|原价|价钱)(是)?{price}'],
        ['(现在|促销时)?降价{percent}', '商店把价钱降低了{percent}', '(现在|促销时)便宜(了)?{percent}'],
      ],
      asks: {
        saving: { direct: '{a}(能|可以)省多少元|价钱(便宜|降低)了多少元' },
        newPrice: { direct: '{a}(现在)?要付多少元|{ti}现在卖多少元' },
      },
    },
    tickets: {
      steps: [
        [
          '{adults}和{children}一共(要|花了|付了)?{sum}',
          '一家人买(了)?{adults}和{children},(一共)?(花了|付了|要){sum}',
        ],
        [
          '{otherAdults}和{otherChildren}一共(要|花了|付了)?{otherSum}',
          '另一家人买(了)?{otherAdults}和{otherChildren},(一共)?(花了|付了|要){otherSum}',
        ],
      ],
      asks: { adultPrice: ticket('成人'), childPrice: ticket('儿童') },
    },
    savings: {
      steps: [
        ['{a}第一周(存|存了|攒|攒了){first}', '第一周,?{a}(存|存了|攒|攒了){first}'],
        ['以后每周都?比(上|前)一周多(存|攒){step}', '每过一周,就比(上|前)一周多(存|攒){step}'],
      ],
      asks: { term: { direct: '{a}{week}(能|要)?(存|攒)多少元|到了{week},{a}这一周(要|能)(存|攒)多少元' } },
    },
    sharing: {
      steps: [['{a}把{total}平均分给{friends}', '{a}有{total},要平均分给{friends}']],
      asks: { each: { direct: '每个朋友(能|可以)?(分到|得到|拿到|分|拿){n}' } },
    },
    giving: {
      steps: [
        ['{a}(原来)?有{start},{b}(原来)?有{other}'],
        ['{a}(给了|送给|送给了){b}{given}', '{b}从{a}那里(得到|拿到)(了)?{given}'],
      ],
      asks: { giver: has('{a}'), receiver: has('{b}') },
    },
    recipe: {
      steps: [
        ['做{servings}吃的蛋糕(要用|要|需要){flour}面粉', '一份食谱够{servings}吃,(要用|要|需要){flour}面粉'],
        ['{a}(要|想)做给{guests}吃', '{a}(要|想)请{guests}吃'],
      ],
      asks: { flour: { direct: '{a}(需要|要)(准备|用)?多少克面粉' } },
    },
    work: {
      steps: [
        ['{a}(一个人|单独)刷完一道围墙(要|要用|需要){first}'],
        ['{b}(一个人|单独)刷完同一道围墙(要|要用|需要){second}'],
      ],
      asks: { together: { direct: '两人(一起刷|合作)(要|要用|需要)多少小时' } },
    },
    reading: {
      steps: [
        ['{a}{days}(读了|看了){pages}', '{a}(看|读)一本小说,{days}(读了|看了){pages}'],
        ['!steady {a}每天(读得|看得)一样多', '!steady {a}每天(读|看)的页数(相同|一样)'],
      ],
      needs: ['steady'],
      asks: { pages: { direct: '(照这样,)?({a})?{laterDays}(能|可以)(读|看)多少页' } },
    },
    journey: {
      steps: [['{a}坐火车,(车速|速度)是{speed},坐了{time}', '火车{speed},{a}坐了{time}']],
      asks: { distance: { direct: '{a}一共走了多少千米|这段路(长|有)多少千米' } },
    },
    travelTime: {
      steps: [['{a}要走{distance},(车速|速度)是{speed}', '{a}的路程是{distance},坐的火车{speed}']],
      asks: { time: { direct: '{a}要走多少小时|路上(要用|需要|要走)多少小时' } },
    },
    garden: {
      steps: [
        [
          '{a}家有一个长方形菜园,长(是)?{length},宽(是)?{width}',
          '{a}家的菜园是长方形,长(是)?{length},宽(是)?{width}',
        ],
      ],
      asks: {
        area: { direct: '(这个)?菜园的面积是多少平方米|(这个)?菜园有多少平方米' },
        perimeter: { direct: '(这个)?菜园的周长是多少米|给(这个)?菜园围一圈篱笆要多少米' },
      },
    },
    ages: {
      steps: [
        ['{a}比{b}大{difference}', '{b}比{a}小{difference}'],
        ['两人的年龄(加起来|合起来|一共)是{sum}', '两人(今年)?一共{sum}'],
      ],
      asks: {
        older: { direct: '{a}(今年)?(多少岁|几岁)|{a}的年龄是(多少岁|几岁)' },
        younger: { direct: '{b}(今年)?(多少岁|几岁)|{b}的年龄是(多少岁|几岁)' },
      },
    },
    cooling: { steps: [morning, [`${byEvening}(下降|降低)了?{change}`]], asks: evening },
    warming: { steps: [morning, [`${byEvening}(上升|升高)了?{change}`]], asks: evening },
    chance: {
      steps: [
        ['(一个)?袋子里(有|装着){red}和{blue}'],
        ['!draw {a}(闭着眼睛|不看袋子),?(摸出|拿出)(了)?一个球'],
      ],
      needs: ['draw'],
      asks: { red: chance('红'), blue: chance('蓝') },
    },
    mean: {
      steps: [
        [
          '{a}四次测验(得了|考了){score1}、{score2}、{score3}和{score4}',
          '四次测验中,{a}(得了|考了){score1}、{score2}、{score3}和{score4}',
        ],
      ],
      asks: { mean: { direct: '{a}的平均分是多少|{a}平均每次(得|考)多少分' } },
    },
  },
};
