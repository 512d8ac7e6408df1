// Makes one picture of a sheet: Chromium lays it out and takes it, as good as fits into so many bytes.
/* global document -- evaluated in a page */
import { sheetPage } from './sheets.js';

const qualities = [80, 70, 60, 50, 45, 40, 36, 32, 28, 25, 21, 18, 15, 12];

export async function drawSheet(browser, url, sheet, title, bytes) {
  const page = await browser.newPage({ viewport: { width: 2600, height: 1200 } });
  try {
    await page.route(`${url}sheet`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: sheetPage(sheet, title) }),
    );
    await page.goto(`${url}sheet`, { waitUntil: 'networkidle' });
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    for (const quality of qualities) {
      const jpeg = await page.screenshot({ type: 'jpeg', quality, fullPage: true });
      if (jpeg.length <= bytes) return { jpeg, quality };
    }
  } finally {
    await page.close();
  }
  throw new Error(
    `drawSheet: expected ${title} to fit into ${bytes} bytes, received more at quality ${qualities.at(-1)}. Take smaller pictures.`,
  );
}
