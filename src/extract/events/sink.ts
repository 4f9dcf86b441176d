import { hashText, mix } from './hash.ts';

/** Collects the features of one candidate as 32-bit hashes; a feature counts once however often it is added. */
export class FeatureSink {
  readonly features: number[] = [];
  readonly #seen = new Set<number>();

  /** Adds the feature `template = value`. */
  add(template: number, value: number): void {
    const feature = mix(template, value);
    if (this.#seen.has(feature)) return;
    this.#seen.add(feature);
    this.features.push(feature);
  }

  /** Starts the next candidate. */
  clear(): void {
    this.features.length = 0;
    this.#seen.clear();
  }
}

/** The id of a feature template, from its name. */
export function template(name: string): number {
  return hashText(`template:${name}`);
}
