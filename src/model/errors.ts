/** Codes of operational errors; the API gives them as `extensions.code`. */
export type AppErrorCode =
  | 'CONFIG_INVALID'
  | 'STORE_MISSING'
  | 'STORE_LOCKED'
  | 'STORE_VERSION'
  | 'STORE_UNAVAILABLE'
  | 'PORT_TAKEN'
  | 'PATH_NOT_FOUND'
  | 'LEXICON_INVALID'
  | 'UNKNOWN_COUNTRY'
  | 'UNKNOWN_PORTFOLIO'
  | 'UNKNOWN_MINISTER'
  | 'UNKNOWN_OFFICIAL'
  | 'UNKNOWN_NODE'
  | 'BAD_PHRASE'
  | 'BAD_CURSOR'
  | 'BAD_INPUT';

/** An operational failure with words for the person who can do something about it. */
export class AppError extends Error {
  readonly code: AppErrorCode;

  constructor(code: AppErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
