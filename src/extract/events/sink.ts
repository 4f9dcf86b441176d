import { hashText, mix } from './hash.ts';

/** Slots for the features of most candidates; a power of two. */
const FIRST_CAPACITY = 512;

/** Collects the features of one candidate as 32-bit hashes; a feature counts once however often it is added. */
export class FeatureSink {
  readonly features: number[] = [];
  // An open-addressing table; a slot is taken where its stamp is the current one, so that clearing costs nothing.
  #slots = new Int32Array(FIRST_CAPACITY);
  #stamps = new Int32Array(FIRST_CAPACITY);
  #stamp = 1;

  /** Adds the feature `template = value`. */
  add(template: number, value: number): void {
    const feature = mix(template, value);
    if (!this.#take(feature)) return;
    this.features.push(feature);
    if (this.features.length * 2 > this.#slots.length) this.#grow();
  }

  /** Starts the next candidate; `features` is emptied, so copy what must last. */
  clear(): void {
    this.features.length = 0;
    this.#stamp++;
  }

  #take(feature: number): boolean {
    const mask = this.#slots.length - 1;
    let at = (feature ^ (feature >>> 15)) & mask;
    while (this.#stamps[at] === this.#stamp) {
      if (this.#slots[at] === feature) return false;
      at = (at + 1) & mask;
    }
    this.#stamps[at] = this.#stamp;
    this.#slots[at] = feature;
    return true;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Int32Array(size);
    this.#stamps = new Int32Array(size);
    this.#stamp = 1;
    for (const feature of this.features) this.#take(feature);
  }
}

/**
 * Collects features without looking whether they are there already: for small candidates of which there are many, such
 * as dates. A feature that is added twice counts twice.
 */
export class FeatureList {
  readonly features: number[] = [];

  /** Adds the feature `template = value`. */
  add(template: number, value: number): void {
    this.features.push(mix(template, value));
  }
}

/** The id of a feature template, from its name. */
export function template(name: string): number {
  return hashText(`template:${name}`);
}
