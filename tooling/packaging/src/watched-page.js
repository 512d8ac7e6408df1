// A page of Chromium with everything that goes wrong in it: exceptions, errors of the console, violations of its policy.
/* global document -- in the page, not here */

/** Opens `address` and runs `act(page, seen)`; resolves to `seen`, `{ problems, violations }`; what `act` throws is a problem. */
export async function watchPage(browser, address, act) {
  const page = await browser.newPage();
  const problems = [];
  const violations = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      problems.push(`${message.text()} (${message.location().url})`);
  });
  await page.exposeFunction('convlensViolation', (text) => violations.push(text));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.convlensViolation(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample} (${event.sourceFile}:${event.lineNumber}:${event.columnNumber})`,
      ),
    ),
  );
  try {
    await page.goto(address);
    await act(page, { problems, violations });
  } catch (error) {
    problems.push(error.stack ?? String(error));
  } finally {
    await page.close();
  }
  return { problems, violations };
}
