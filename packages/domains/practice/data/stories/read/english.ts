/** How English stories are read. Takes more wordings than the grammar makes. */
import type { LanguageReading } from './reading-table.ts';

const buys = '(buys|takes|chooses|picks out|gets|wants to buy|would like to buy)';
const gives = '(gives|hands|passes)';
const gets = '(gets|receives|takes)';
const savesVerb = '(saves|puts aside)';
const paint = '(needs|takes)';
const thing = (who: string) => ({
  direct: `how many {t} does ${who} have( now| after that| then)`,
  indirect: `how many {t} ${who} has( now| after that| then)`,
});
const asks = (colour: string) => ({
  direct: `what is the chance that (it|the ball) is ${colour}|how likely is a ${colour} ball`,
  indirect: `the chance that (it|the ball) is ${colour}|how likely a ${colour} ball is|how likely it is that (it|the ball) is ${colour}`,
});
const ticket = (kind: string) => ({
  direct: `what does (one|a|an) ${kind} ticket cost|how much (is|does) (one|a|an) ${kind} ticket( cost)?`,
  indirect: `(what|how much) (one|a|an) ${kind} ticket (costs|is)`,
});
const evening = {
  evening: {
    direct: 'what is the temperature (in the|that) evening|how many degrees is it in the evening',
    indirect: '(what )?the temperature( is)? in the evening( is)?|how many degrees it is in the evening',
  },
};
const morning = [
  'in the morning,? it is {start}',
  'the thermometer shows {start} in the morning',
  'in the morning,? the thermometer shows {start}',
];

export const english: LanguageReading = {
  lead: /^(?:(?:today|on saturday|one day|during the holidays), |(?:imagine|suppose) that |(?:here is a puzzle|think about this): )/,
  sentenceEnd: /(?<=[.?!]) /,
  frames: [
    { pattern: /^(?:work out|find out|calculate|try to find|tell|find) (.+)\.$/, form: 'indirect' },
    { pattern: /^(?:can you (?:tell|find out|work out|calculate)|do you know) (.+)\?$/, form: 'indirect' },
    { pattern: /^(.+)\?$/, form: 'direct' },
  ],
  situations: {
    shopping: {
      steps: [
        [
          `{a} ${buys} {count} (at|for) {price} each`,
          `{a} ${buys} {count},? and each one costs {price}`,
          '(in a shop, )?the {t} cost {price} each',
          `{a} ${buys} {count}`,
          'each one costs {price}',
        ],
      ],
      asks: {
        total: {
          direct:
            'how much does {a} (pay|spend)( in total| altogether)|how much do the {t} cost( in total| altogether)',
          indirect:
            'how much {a} (pays|spends)( in total| altogether)|how much the {t} cost( in total| altogether)',
        },
      },
    },
    change: {
      steps: [
        [
          `{a} ${buys} {count} (at|for) {price} each`,
          `{a} ${buys} {count},? and each one costs {price}`,
          '(in a shop, )?the {t} cost {price} each',
          `{a} ${buys} {count}`,
        ],
        [
          '{a} (pays with|hands over|gives) {paid}',
          '{a} (gives|hands) the shopkeeper {paid}',
          '{a} gives {paid} to the shopkeeper',
        ],
      ],
      asks: {
        change: {
          direct: 'how much (change|money) does {a} get( back)?',
          indirect: 'how much (change|money) {a} gets( back)?',
        },
      },
    },
    discount: {
      steps: [
        [
          '{a} sees {i} for {price}',
          '{a} (wants|would like|wants to buy|would like to buy) {i} (that costs|for) {price}',
          '{a} (sees|wants|would like|wants to buy|would like to buy) {i}',
          '(the|its) price is {price}',
        ],
        [
          'in the sale, (it|the price) is {percent} (off|cheaper|lower)',
          'there is a discount of {percent}',
          'in the sale, there is a discount of {percent}',
        ],
      ],
      needs: ['item'],
      asks: {
        saving: {
          direct: 'how much does {a} save|by how much does the price fall',
          indirect: 'how much {a} saves|by how much the price falls',
        },
        newPrice: {
          direct: '(how much|what) does {a} pay( now)?|(what|how much) does {ti} cost now',
          indirect: '(how much|what) {a} pays( now)?|(what|how much) {ti} costs now',
        },
      },
    },
    tickets: {
      steps: [
        [
          '{adults} and {children} cost {sum}( together)?',
          'a family (pays|spends) {sum} (for|on) {adults} and {children}',
          'a family buys {adults} and {children} for {sum}',
        ],
        [
          '{otherAdults} and {otherChildren} cost {otherSum}( together)?',
          'another family (pays|spends) {otherSum} (for|on) {otherAdults} and {otherChildren}',
          'another family buys {otherAdults} and {otherChildren} for {otherSum}',
        ],
      ],
      asks: { adultPrice: ticket('adult'), childPrice: ticket('child') },
    },
    savings: {
      steps: [
        [`{a} ${savesVerb} {first} in the first week`, `in the first week, {a} ${savesVerb} {first}`],
        [
          `(every week after that|each new week|each week after that|every new week), {a} ${savesVerb} {step} more than the week before`,
          `{a} ${savesVerb} {step} more (every week after that|each new week) than the week before`,
        ],
      ],
      asks: {
        term: {
          direct: 'how much does {a} (save|put aside) in {week}',
          indirect: `how much {a} ${savesVerb} in {week}`,
        },
      },
    },
    sharing: {
      steps: [
        [
          '{a} (shares|divides|splits) {total} equally among {friends}',
          '{a} has {total} and (shares|divides|splits) them equally among {friends}',
        ],
      ],
      asks: {
        each: {
          direct: 'how many {t} does each friend (get|receive)|how many {t} are there for each friend',
          indirect: 'how many {t} each friend (gets|receives)|how many {t} there are for each friend',
        },
      },
    },
    giving: {
      steps: [
        ['{a} has {start},? (and|while) {b} (has|owns) {other}'],
        [`{a} ${gives} {b} {given}`, `{a} ${gives} {given} to {b}`, `{b} ${gets} {given} from {a}`],
      ],
      asks: { giver: thing('{a}'), receiver: thing('{b}') },
    },
    recipe: {
      steps: [
        [
          'a recipe for {servings} (needs|uses|takes) {flour} of flour',
          'for {servings}, a recipe (needs|uses|takes) {flour} of flour',
        ],
        ['{a} (cooks|bakes) for {guests}', '{a} wants to (cook|bake) for {guests}'],
      ],
      asks: {
        flour: {
          direct: 'how (much flour|many grams of flour) does {a} (need|use|take)',
          indirect: 'how (much flour|many grams of flour) {a} (needs|uses|takes)',
        },
      },
    },
    work: {
      steps: [
        [`{a} ${paint} {first} to paint a fence`, '{a} (can paint|paints) a fence in {first}'],
        [
          `{b} ${paint} {second} (for|to paint) the same fence`,
          '{b} (can paint|paints) the same fence in {second}',
        ],
      ],
      asks: {
        together: {
          direct: 'how many hours do they (need|take) together|how long does the fence take them together',
          indirect: 'how many hours they (need|take) together|how long the fence takes them together',
        },
      },
    },
    reading: {
      steps: [
        ['{a} (reads|gets through) {pages} in {days}', 'in {days}, {a} (reads|gets through) {pages}'],
        [
          '!steady {a} (keeps|goes on) reading at the same speed',
          '!steady {a} reads the same number of pages every day',
        ],
      ],
      needs: ['steady'],
      asks: {
        pages: {
          direct: 'how many pages does {a} (read|get through) in {laterDays}',
          indirect: 'how many pages {a} (reads|gets through) in {laterDays}',
        },
      },
    },
    journey: {
      steps: [
        [
          '{a} travels at {speed} for {time}',
          '{a} travels for {time} at {speed}',
          '{a} takes a train that goes {speed},? and the trip (takes|lasts) {time}',
          'a train goes {speed}',
          '{a} (rides|travels) in it for {time}',
        ],
      ],
      asks: {
        distance: {
          direct: 'how (far|many kilometres) does {a} travel',
          indirect: 'how (far|many kilometres) {a} travels',
        },
      },
    },
    travelTime: {
      steps: [
        [
          '{a} travels {distance} at {speed}',
          '{a} (has|makes|takes) a trip of {distance} and travels at {speed}',
          "{a}'s trip is {distance} long,? and the train goes {speed}",
        ],
      ],
      asks: {
        time: {
          direct: 'how (many hours|long) does the trip (take|last)|how many hours does {a} travel',
          indirect: 'how (many hours|long) the trip (takes|lasts)|how many hours {a} travels',
        },
      },
    },
    garden: {
      steps: [
        [
          '{a} has a rectangular garden that is {length} long and {width} wide',
          '{a} has a rectangular garden (with|that has) a length of {length} and a width of {width}',
          "{a}'s rectangular garden is {length} long and {width} wide",
          "{a}'s rectangular garden has a length of {length} and a width of {width}",
        ],
      ],
      asks: {
        area: {
          direct: 'what is the area of the garden|how many square metres does the garden cover',
          indirect: 'the area of the garden|how many square metres the garden covers',
        },
        perimeter: {
          direct: 'what is the perimeter of the garden|how long is a fence around the garden',
          indirect: 'the perimeter of the garden|how long a fence around the garden is',
        },
      },
    },
    ages: {
      steps: [
        ['{a} is {difference} older than {b}', '{b} is {difference} younger than {a}'],
        ['together they are {sum} old', '(together )?their ages (add up to|make) {sum}( together)?'],
      ],
      asks: {
        older: { direct: "how old is {a}|what is {a}'s age", indirect: "how old {a} is|{a}'s age" },
        younger: { direct: "how old is {b}|what is {b}'s age", indirect: "how old {b} is|{b}'s age" },
      },
    },
    cooling: {
      steps: [
        morning,
        [
          'by evening,? the temperature (falls|drops|goes down) by {change}',
          'by evening,? it gets {change} colder',
        ],
      ],
      asks: evening,
    },
    warming: {
      steps: [
        morning,
        [
          'by evening,? the temperature (rises|climbs|goes up) by {change}',
          'by evening,? it gets {change} warmer',
        ],
      ],
      asks: evening,
    },
    chance: {
      steps: [
        ['a bag (holds|has) {red} and {blue}', 'there are {red} and {blue} in a bag'],
        ['!draw {a} (takes out|draws) one ball (without looking|with closed eyes)'],
      ],
      needs: ['draw'],
      asks: { red: asks('red'), blue: asks('blue') },
    },
    mean: {
      steps: [
        [
          '{a} (scores|gets) {score1}, {score2}, {score3} and {score4} points in four tests',
          'in four tests, {a} (scores|gets) {score1}, {score2}, {score3} and {score4} points',
        ],
      ],
      asks: {
        mean: {
          direct: "what is {a}'s mean score|how many points does {a} (get|score) on average",
          indirect: "{a}'s mean score|what {a}'s mean score is|how many points {a} (gets|scores) on average",
        },
      },
    },
  },
};
