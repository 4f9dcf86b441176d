/** A file that the release links to, as the header names it. */
export type Attachment = string;

/** One press release as read from its file; nothing in it is worked out from other releases. */
export interface Release {
  /** The file's stem, `YYYY-MM-DD-slug`: unique in the corpus, which URL slugs alone are not. */
  readonly id: string;
  /** Path relative to the root it was read from, with `/` on every system. */
  readonly path: string;
  /** Null where the header has none. */
  readonly title: string | null;
  /** Calendar date `YYYY-MM-DD` in the publisher's local calendar; null where missing or a placeholder. */
  readonly date: string | null;
  readonly url: string | null;
  /** Strings as signed, in the header's order: people, variants and junk alike. */
  readonly ministers: readonly string[];
  /** Strings as given, in the header's order. */
  readonly portfolios: readonly string[];
  readonly attachments: readonly Attachment[];
  /** The Markdown below the header, as in the file (LF line ends). */
  readonly body: string;
  /**
   * The one string that every offset refers to: the title, a blank line, then the body as plain text.
   * Paragraphs are separated by a blank line; headings and list items end with a line break.
   */
  readonly text: string;
  /** Where the body starts in `text` (0 where there is no title). */
  readonly bodyStart: number;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
}
