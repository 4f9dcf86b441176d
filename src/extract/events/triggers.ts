import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { tokenize } from '../../lexicon/tokens.ts';
import { EVENT_TYPES, type EventType } from '../../model/event.ts';
import { type WordInfo, wordInfo } from './words.ts';

/** One reading of a phrase as stating an event of a type. */
export interface TriggerSense {
  readonly type: EventType;
  /** Index of the type in EVENT_TYPES. */
  readonly typeIndex: number;
  readonly form: 'VERB' | 'NOUN';
}

/** A phrase that may state an event: which tokens it covers (both inclusive), and as what. */
export interface Trigger {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly senses: readonly TriggerSense[];
}

interface Node {
  /** By hash of the stem: a number is looked up faster than a string, and this happens for every word. */
  readonly children: Map<number, Node>;
  senses: TriggerSense[] | null;
}

const FILE = new URL('../../../data/lexicon/events-triggers.yaml', import.meta.url);
type TriggerFile = Record<
  EventType,
  { readonly verbs: readonly string[]; readonly nouns: readonly string[] }
>;

/** Whether a phrase may begin with a stem of this hash, by its lowest bits: most words are passed over at a glance. */
const starts = new Uint8Array(1 << 16);
const root: Node = { children: new Map(), senses: null };
const file = load(readFileSync(FILE, 'utf8')) as TriggerFile;
EVENT_TYPES.forEach((type, typeIndex) => {
  for (const phrase of file[type].verbs) addPhrase(phrase, { type, typeIndex, form: 'VERB' });
  for (const phrase of file[type].nouns) addPhrase(phrase, { type, typeIndex, form: 'NOUN' });
});

/** Every phrase of data/lexicon/events-triggers.yaml from a token on, the longest only; null where there is none. */
export function triggerAt(words: readonly WordInfo[], index: number, last: number): Trigger | null {
  const first = words[index]?.stemHash ?? 0;
  if (starts[first & 0xffff] === 0) return null;
  let node = root.children.get(first);
  let found: Trigger | null = null;
  for (let at = index; node; at++) {
    if (node.senses) found = { firstToken: index, lastToken: at, senses: node.senses };
    if (at >= last) break;
    node = node.children.get(words[at + 1]?.stemHash ?? 0);
  }
  return found;
}

function addPhrase(phrase: string, sense: TriggerSense): void {
  let node = root;
  for (const { key } of tokenize(phrase)) {
    const { stemHash } = wordInfo(key);
    if (node === root) starts[stemHash & 0xffff] = 1;
    let next = node.children.get(stemHash);
    if (!next) {
      next = { children: new Map(), senses: null };
      node.children.set(stemHash, next);
    }
    node = next;
  }
  node.senses ??= [];
  if (!node.senses.some((other) => other.type === sense.type && other.form === sense.form))
    node.senses.push(sense);
}
