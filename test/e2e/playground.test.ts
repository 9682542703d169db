/** A session in the playground, in a real browser. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applySeed } from '../../src/cli/seed.js';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.js';
import { startServer, type RunningServer } from '../support/server.js';
import { STORE_KINDS, type StoreUnderTest } from '../support/stores.js';

const executablePath = chromiumPath();
const SCREENSHOTS = fileURLToPath(new URL('../../.cache/', import.meta.url));

describe.skipIf(executablePath === undefined)('the playground', () => {
  let under: StoreUnderTest;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    under = await STORE_KINDS[0]!.open();
    await applySeed(under.store);
    server = await startServer(under.store);
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS });
    page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    mkdirSync(SCREENSHOTS, { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    await under.close();
  });

  // The editor shows spaces as no-break spaces.
  const textOf = async (place: string) => (await page.locator(place).innerText()).replaceAll('\u00a0', ' ');
  const response = () => textOf('.graphiql-response');
  const run = async (expected: RegExp) => {
    await page.click('.graphiql-execute-button');
    await expect.poll(response, { timeout: 10_000 }).toMatch(expected);
  };

  it('opens with at least eight ready tabs and runs the first', async () => {
    await page.goto(`${server.url}/graphql`);
    await page.waitForSelector('.graphiql-execute-button');
    expect(await page.locator('.graphiql-tab').count()).toBeGreaterThanOrEqual(8);
    await expect.poll(() => textOf('.graphiql-query-editor')).toContain('WhatAwsClaimed');
    await run(/Amazon Web Services[\s\S]*Letter of AWS to Parler/);
  });

  it('runs another tab', async () => {
    await page.getByRole('tab', { name: 'WhoCutTies' }).click();
    await expect.poll(() => textOf('.graphiql-query-editor')).toContain('WhoCutTies');
    await run(/2021-01-11~/);
  });

  it('shows what is written as it is written', async () => {
    await page.getByRole('tab', { name: 'WatchWhatIsWritten' }).click();
    await expect.poll(() => textOf('.graphiql-query-editor')).toContain('WatchWhatIsWritten');
    await page.click('.graphiql-execute-button');
    let written = 0;
    const add =
      'mutation ($key: String!) { addEntity(input: { key: $key, kind: PERSON, names: [{ language: "en", text: "Seen by who watches" }] }) { outcome } }';
    await expect
      .poll(
        async () => {
          await server.data(add, { key: `watched-${written++}` });
          return response();
        },
        { timeout: 10_000 },
      )
      .toMatch(/"operation": "CREATED"[\s\S]*Seen by who watches/);
    await page.click('.graphiql-execute-button');
  });

  it('completes a field and explains it', async () => {
    await page.locator('.graphiql-query-editor .monaco-editor').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await page.keyboard.type('{ claims { totalC');
    await page.keyboard.press('Control+Space');
    const suggestions = page.locator('.suggest-widget');
    await suggestions.waitFor({ state: 'visible', timeout: 10_000 });
    await expect.poll(() => suggestions.innerText(), { timeout: 10_000 }).toContain('totalCount');
    await page.screenshot({ path: `${SCREENSHOTS}playground-completion.png` });
  });

  it('shows the documentation of the schema', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Documentation Explorer/i }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.waitFor();
    await docs.getByText('Query', { exact: true }).first().click();
    await expect.poll(() => docs.innerText()).toContain('A page of claims.');
    await page.screenshot({ path: `${SCREENSHOTS}playground-docs.png` });
  });

  it('asks nothing of any other machine, and nothing went wrong', () => {
    const elsewhere = asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('data:') && !url.startsWith('blob:'));
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
