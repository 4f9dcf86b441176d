import { existsSync, readFileSync } from 'node:fs';
import { AppError } from '../../model/errors.ts';
import { Encoder } from './encoder.ts';
import type { Head } from './linear.ts';

/** The decisions that are learned, each with a linear model of its own. */
export const HEAD_NAMES = [
  'sentence',
  'clause',
  'type',
  'status',
  'report',
  'date',
  'merge',
  'keep',
  'headline',
  'country',
  'official',
  'minister',
] as const;
export type HeadName = (typeof HEAD_NAMES)[number];

/** Probabilities from which on a yes is given, tuned on F1. */
export interface Thresholds {
  readonly sentence: number;
  readonly clause: number;
  readonly merge: number;
  readonly keep: number;
  readonly country: number;
  readonly official: number;
  readonly minister: number;
}

/** All that is learned about events. */
export interface EventModel {
  readonly encoder: Encoder;
  readonly heads: Readonly<Record<HeadName, Head>>;
  readonly thresholds: Thresholds;
}

/** The model as data/models/events.json holds it: weights as base64 of signed bytes and of 32-bit floats. */
export interface EventModelFile {
  readonly convolution: { readonly channels: number; readonly kernel: string; readonly bias: string };
  readonly heads: Readonly<
    Record<
      HeadName,
      {
        readonly classes: number;
        readonly bits: number;
        readonly scale: number;
        readonly weights: string;
        readonly dense: string;
      }
    >
  >;
  readonly thresholds: Thresholds;
}

const FILE = new URL('../../../data/models/events.json', import.meta.url);
let loaded: EventModel | null = null;

/** The model of data/models/events.json, read once a process. Throws AppError LEXICON_INVALID where it is missing. */
export function loadEventModel(): EventModel {
  loaded ??= decodeModel(readFile());
  return loaded;
}

/** The model of a file's content. */
export function decodeModel(file: EventModelFile): EventModel {
  const { channels, kernel, bias } = file.convolution;
  const encoder = new Encoder({ channels, kernel: floatsOf(kernel), bias: floatsOf(bias) });
  const heads = Object.fromEntries(
    HEAD_NAMES.map((name) => {
      const { classes, bits, scale } = file.heads[name];
      const bytes = Buffer.from(file.heads[name].weights, 'base64');
      const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
      return [name, { classes, bits, scale, weights, dense: floatsOf(file.heads[name].dense) }];
    }),
  ) as Record<HeadName, Head>;
  return { encoder, heads, thresholds: file.thresholds };
}

/** A model as a file's content. */
export function encodeModel({ encoder, heads, thresholds }: EventModel): EventModelFile {
  const encoded = Object.fromEntries(
    HEAD_NAMES.map((name) => {
      const { classes, bits, scale, weights, dense } = heads[name];
      return [name, { classes, bits, scale, weights: base64Of(weights), dense: base64Of(dense) }];
    }),
  ) as EventModelFile['heads'];
  const { channels, kernel, bias } = encoder.convolution;
  return {
    convolution: { channels, kernel: base64Of(kernel), bias: base64Of(bias) },
    heads: encoded,
    thresholds,
  };
}

function floatsOf(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}

function base64Of({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function readFile(): EventModelFile {
  if (!existsSync(FILE)) {
    throw new AppError('LEXICON_INVALID', `expected the event model at ${FILE.pathname}, got no such file`);
  }
  return JSON.parse(readFileSync(FILE, 'utf8')) as EventModelFile;
}
