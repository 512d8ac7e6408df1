// Mute the red channel of a photo and see which class falls.
import { marked } from '../mark.js';
import { bitmap, photo } from '../photo.js';

export const task = 'mute the red channel of a photo and see which class falls';

export async function measure(site) {
  const visitor = await site.lab('numbers');
  const { page } = visitor;
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'photo.bmp', mimeType: 'image/bmp', buffer: bitmap(photo) });
  await visitor.settle();
  const pixels = page.locator('cnn-pixels');
  const red = pixels.getByRole('checkbox', { name: 'mute red' });
  const canMute = (await red.count()) > 0;
  const look = () =>
    pixels.evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join(),
    );
  const before = await look();
  if (canMute) await visitor.click(red);
  await visitor.settle();
  const isMuted = canMute && (await look()) !== before;
  const scores = await page.locator('cnn-probabilities, cnn-softmax').count();
  const { interactions } = visitor;
  await visitor.leave();
  if (scores === 0)
    return {
      mark: 'ABSENT',
      figures: [
        `red is ${isMuted ? `muted in the picture with ${interactions} click` : 'not to be muted'}; no network of this site reads colour photos, so no class can fall`,
      ],
    };
  return marked(isMuted, [[false, 'scores are shown beside the photo; their change is not measured yet']]);
}
