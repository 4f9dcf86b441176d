import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packaged, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium for one test file, and how to be rid of it. */
export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Keeps the browser on this machine even where a page would ask for more. */
const OFFLINE = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const INSTALLED = '/usr/bin/chromium';

/**
 * Starts Chromium: the one that CHROMIUM_PATH names, else the one that comes inside the package @sparticuz/chromium
 * (Linux on x64), else /usr/bin/chromium. Throws with what to install where there is none.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const path = process.env.CHROMIUM_PATH;
  if (path) return launchInstalled(path);
  if (process.platform === 'linux' && process.arch === 'x64') return launchPackaged();
  if (existsSync(INSTALLED)) return launchInstalled(INSTALLED);
  throw new Error(
    `expected a Chromium for this test, got neither CHROMIUM_PATH nor ${INSTALLED}: install one ` +
      '(Debian: apt-get install chromium) and set CHROMIUM_PATH to it',
  );
}

async function launchInstalled(executablePath: string): Promise<TestBrowser> {
  const args = ['--no-sandbox', '--disable-gpu', ...OFFLINE];
  const browser = await chromium.launch({ executablePath, args, headless: true });
  return { browser, close: () => browser.close() };
}

async function launchPackaged(): Promise<TestBrowser> {
  // The package unpacks into the folder for temporary files and takes what it finds there for whole.
  const folder = mkdtempSync(join(tmpdir(), 'beehive-chromium-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const executablePath = await packaged.executablePath();
    // Its own copies of the libraries that a bare Linux lacks (NSS and the like).
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'));
    const env = {
      ...process.env,
      ...writeFontSettings(folder),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    };
    const browser = await chromium.launch({
      executablePath,
      args: [...packaged.args, ...OFFLINE],
      headless: true,
      env,
    });
    return {
      browser,
      async close() {
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Settings by which the browser finds the fonts that were unpacked; those of the package name /tmp, whatever TMPDIR is. */
function writeFontSettings(folder: string): { readonly FONTCONFIG_FILE: string } {
  const file = join(folder, 'fonts.conf');
  const settings = `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${folder}</cachedir></fontconfig>`;
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${settings}\n`);
  return { FONTCONFIG_FILE: file };
}
