import { describe, expect, it } from 'vitest';
import { oneLine } from '../../src/read/mapped-text.ts';
import { plainText } from '../../src/read/plain-text.ts';

describe.each<[string, readonly (readonly [what: string, markdown: string, text: string])[]]>([
  [
    'paragraphs',
    [
      ['are parted by a blank line', 'One.\n\nTwo.', 'One.\n\nTwo.'],
      ['are parted by one, however many there are', 'One.\n\n\n \nTwo.\n\n', 'One.\n\nTwo.'],
      ['flow over line ends', 'Mr Goff met\nhis counterpart.', 'Mr Goff met his counterpart.'],
      [
        'end their lines where they are hard-broken',
        'PO Box 1  \nWellington\\\nNew Zealand',
        'PO Box 1\nWellington\nNew Zealand',
      ],
      [
        'flow over a hard break inside a sentence',
        'Mr Goff will go on  \nto meet him. He left.',
        'Mr Goff will go on to meet him. He left.',
      ],
      [
        'flow over none between items',
        'focus on growth  \nfocus on skills  \nthe end',
        'focus on growth\nfocus on skills\nthe end',
      ],
      [
        'flow over none before a letter or name',
        'one  \na.If so.  \ntwo  \nPhil Goff said.',
        'one\na.If so.\ntwo\nPhil Goff said.',
      ],
      ['have nothing in them but blanks', '\n \n\t\n', ''],
      ['end at a rule', 'One.\n\n* * *\n\nTwo.', 'One.\n\nTwo.'],
    ],
  ],
  [
    'headings',
    [
      ['end their paragraph', '# Goff in Hanoi\nHe met.', 'Goff in Hanoi\n\nHe met.'],
      ['may close', '### Background ###\n\nText', 'Background\n\nText'],
      ['may be underlined', 'Background\n===\nText', 'Background\n\nText'],
      ['keep their words and not their marks', '#### **Membership** of [it](x)', 'Membership of it'],
      ['need a space', '#1 choice', '#1 choice'],
    ],
  ],
  [
    'lists',
    [
      ['have an item a line', 'They are:\n\n- one\n- two\n\nEnd.', 'They are:\n\none\ntwo\n\nEnd.'],
      ['may be numbered', '1. one\n2. two\n10) three', 'one\ntwo\n\nthree'],
      ['may be nested', '- a\n  - b\n    - c\n  - d\n- e\n\nf', 'a\nb\nc\nd\ne\n\nf'],
      ['may have paragraphs', '- a\n\n  b\n\n- c\n\nd', 'a\nb\nc\n\nd'],
      ['may flow over line ends', '- a\n  b\n- c', 'a b\nc'],
      ['may have empty items', '-\n- b', 'b'],
      ['are parted by an invisible mark that goes', '- a\n\n<!--THE END-->\n\n- b', 'a\n\nb'],
      [
        'may be typed with bullets',
        '·One  \n• Two · 2  \n\uf0b7 Three\n\n„h Four  \n„X Five  \n§six',
        'One\nTwo · 2\nThree\n\nFour\nFive\nsix',
      ],
      [
        'have no bullet where a word begins so',
        '„tua  \nƒáb  \n§ 12 of the Act',
        '„tua\nƒáb\n§ 12 of the Act',
      ],
      ['are none where the number is escaped', '1\\. one\n\n2\\. two', '1. one\n\n2. two'],
    ],
  ],
  [
    'block quotes',
    [
      ['keep their words', '> One\n> two.\n>\n> Three.', 'One two.\n\nThree.'],
      ['may go on without their mark', '> One\ntwo.', 'One two.'],
      ['may be hard-broken', '> PO Box 1  \n> Wellington', 'PO Box 1\nWellington'],
      ['may be nested, and hold lists', '> > - a\n> > - b\n>\n> c', 'a\nb\n\nc'],
    ],
  ],
  [
    'links',
    [
      ['keep their words', 'See [the plan](http://x.example "Plan") now.', 'See the plan now.'],
      ['may have marks in their words', '[**The** plan](<a b>)', 'The plan'],
      ['may have brackets in their words', '[The \\[draft\\] plan](x)', 'The [draft] plan'],
      ['may be empty', 'One []() two [](x) three', 'One two three'],
      [
        'may name a target that is defined',
        '[The plan][p] and [p] and [P][]\n\n[p]: x "Plan"',
        'The plan and p and P',
      ],
      [
        'are words where nothing defines the target',
        'He said [the Minister] [sic][1].',
        'He said [the Minister] [sic][1].',
      ],
      [
        'are words where nothing defines it, marks and all',
        '[the *late* [x] \\[y\\]][z]',
        '[the late [x] [y]][z]',
      ],
      [
        'may be bare',
        '<http://x.example/a_b_c> or http://x.example/a_b_c',
        'http://x.example/a_b_c or http://x.example/a_b_c',
      ],
      [
        'may be addresses of mail',
        '<goff@x.example> and [goff@x.example](mailto:goff@x.example)',
        'goff@x.example and goff@x.example',
      ],
    ],
  ],
  [
    'images',
    [
      ['go', 'One ![a *picture*](x.png "Title") two.', 'One two.'],
      ['go from links', '[![a](x.png)](y) One', 'One'],
    ],
  ],
  [
    'emphasis',
    [
      ['loses its marks', '*One* _two_ **three** __four__ ***five***', 'One two three four five'],
      ['may be part of a word', 'un*believ*able snake_case_name', 'unbelievable snake_case_name'],
      ['loses marks that close before a letter', '**Note:**Today **“**We**”** \\*\\*', 'Note:Today “We” **'],
      [
        'is none where a mark stands alone',
        '5,040* 3,120* (* not her name)',
        '5,040* 3,120* (* not her name)',
      ],
      ['is none where it is escaped', '\\*one\\* \\_two\\_ 1\\. \\[x\\] \\\\', '*one* _two_ 1. [x] \\'],
      ['has a backslash that escapes nothing', 'www.x.example\\work C:\\a', 'www.x.example\\work C:\\a'],
    ],
  ],
  [
    'entities',
    [
      ['become their characters', 'R&amp;D &lt;5% &#8211; &#x2019; &eacute; &quot;', 'R&D <5% – ’ é "'],
      ['may be blanks or nothing', 'a&nbsp;&nbsp;b&#8203;c&shy;d&#10;e', 'a bcd e'],
      ['may be none', 'R&D; AT&T &unknown; &', 'R&D; AT&T &unknown; &'],
      ['make no markup', '&#42;one&#42; &lt;b&gt;', '*one* <b>'],
    ],
  ],
  [
    'code',
    [
      ['may be inline', 'the `code  of *conduct*` says', 'the code of *conduct* says'],
      ['may be indented', 'One\n\n    two *three*\n    four\n\nFive', 'One\n\ntwo *three*\nfour\n\nFive'],
      ['may be fenced', '```text\ntwo &amp;\n\nthree\n```\nFour', 'two &amp;\nthree\n\nFour'],
      ['may be fenced without end', '~~~\ntwo', 'two'],
      ['may stand in a quote', '> ```\n> two\n> three\n> ```\n> four', 'two\nthree\n\nfour'],
    ],
  ],
  [
    'HTML',
    [
      ['loses its inline tags', 'H<sub>2</sub>O is <b class="x">wet</b>', 'H2O is wet'],
      ['ends its lines at other tags', 'one<br>two<BR />three<p>four', 'one\ntwo\nthree\nfour'],
      [
        'may be a block',
        '<div>\n<p>One &amp; <i>two</i></p><p>three</p>\n</div>\n\nFour',
        'One & two\nthree\n\nFour',
      ],
      ['may be a table', '<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb'],
      ['may be a block in a quote', '> <div>\n> One\n> </div>', 'One'],
      ['loses comments', 'one<!-- not\nthis -->two\n\n<!-- nor\n\nthis -->\n\nthree', 'onetwo\n\nthree'],
      ['is none where nothing closes', '5 < 6 and a <b', '5 < 6 and a <b'],
    ],
  ],
  [
    'characters',
    [
      ['that are blanks become one space', 'a\u00a0b\u2009\u202fc\u3000 d\te', 'a b c d e'],
      ['that are invisible go', 'Ha\u200bno\u00adi \u200eand\ufeff \u2060Hue', 'Hanoi and Hue'],
      ['that stand at either end of a line and are blank go', '\u00a0 a \u00a0  \n \u00a0 b\u00a0', 'a\nb'],
      ['that quote keep their form', `"a" 'b' “c” ‘d’ \\\`e' \\\`\\\`f''`, `"a" 'b' “c” ‘d’ \`e' \`\`f''`],
      ['that were misread are respelt', '¡§It¡¦s ¡V¡¨ â€œItâ€™sâ€\u009d', '“It’s –” “It’s”'],
      ['that combine are composed', 'Ma\u0304ori e\u0301 q\u0304', 'M\u0101ori \u00e9 q\u0304'],
      ['beyond the first plane stay whole', '🇳🇿 **𝒂**', '🇳🇿 𝒂'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_what, markdown, text) => {
    expect(plainText(markdown).text).toBe(text);
  });
});

it('has no mark of an undefined language: every line begins and ends with a word', () => {
  const { text } = plainText('> - *a* \n>   b  \n> - \u00a0\n>\n> <br>\n>\n> c \n\n\n# \n\nd');
  expect(text).toBe('a b\n\nc\n\nd');
});

it.each([
  ['quotes in quotes', '>'.repeat(50_000)],
  ['open brackets', '['.repeat(50_000)],
  ['closed brackets', ']'.repeat(50_000)],
  ['brackets in brackets', '[a'.repeat(5_000) + ']'.repeat(5_000)],
  ['marks of emphasis', '*a_b '.repeat(20_000)],
  ['open comments', '<!--'.repeat(20_000)],
  ['open tags', '<a '.repeat(20_000)],
  ['entities', '&amp;&'.repeat(20_000)],
  ['backslashes', '\\'.repeat(100_000)],
  ['words', 'word '.repeat(200_000)],
  ['blanks', ` a${' '.repeat(500_000)}b\n`],
])('reads many %s without an error or a long wait', (_, markdown) => {
  const started = performance.now();
  expect(() => plainText(markdown)).not.toThrow();
  expect(performance.now() - started).toBeLessThan(5000);
});

it.each([
  ['Goff  in\u00a0Hanoi ', 'Goff in Hanoi'],
  ['\u200bGo\u00adff\n', 'Goff'],
  ['*Goff* [in] &amp;', '*Goff* [in] &amp;'],
  ['', ''],
])('makes one line of %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});
