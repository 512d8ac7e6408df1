// A whole HTML file for each element, to paste and open: two classic scripts, no build, no server.

const cdn = 'https://cdn.jsdelivr.net/npm';
/** All elements and the engine. */
export const elementsScript = `${cdn}/@convlens/live/dist/bundle/convlens.global.js`;
/** The weights as text. */
export const weightsScript = `${cdn}/@convlens/pretrained/dist/seed-network.global.js`;

/** Elements that need no network, with what they are given. */
const alone: Readonly<Record<string, string>> = {
  'cnn-draw-pad': `<cnn-draw-pad></cnn-draw-pad>
    <script>
      document.querySelector('cnn-draw-pad').addEventListener('cnn-input-change', ({ images }) => {
        console.log(images.shape);
      });
    </script>`,
  'cnn-convolution': '<cnn-convolution></cnn-convolution>',
  'cnn-shape-calculator': '<cnn-shape-calculator kernel="3" stride="2" padding="1"></cnn-shape-calculator>',
  'cnn-pixels': `<cnn-pixels></cnn-pixels>
    <script>
      // Two rows of three pixels, each red, green and blue from 0 to 255.
      document.querySelector('cnn-pixels').image = {
        shape: [2, 3, 3],
        data: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0, 0, 255, 255, 255, 0, 255),
      };
    </script>`,
  'cnn-histogram': `<cnn-histogram></cnn-histogram>
    <script>
      document.querySelector('cnn-histogram').values = [-0.4, -0.1, 0, 0, 0.2, 0.3, 0.3, 0.9];
    </script>`,
  'cnn-confusion-matrix': `<cnn-confusion-matrix></cnn-confusion-matrix>
    <script>
      document.querySelector('cnn-confusion-matrix').data = {
        classNames: ['cat', 'dog', 'fox'],
        actual: [0, 0, 1, 1, 1, 2, 2],
        predicted: [0, 1, 1, 1, 2, 2, 2],
      };
    </script>`,
  'cnn-dataset-grid': `<cnn-dataset-grid rows="1"></cnn-dataset-grid>
    <script>
      // Three pictures of two by two grey pixels, from 0 to 255.
      document.querySelector('cnn-dataset-grid').data = {
        images: { shape: [3, 2, 2, 1], data: Uint8Array.of(255, 0, 0, 255, 0, 255, 255, 0, 255, 255, 0, 0) },
        labels: [0, 0, 1],
        classNames: ['diagonal', 'row'],
      };
    </script>`,
};

/** Elements that show a run; the others show what is drawn. */
const ofTraining: readonly string[] = ['cnn-training-controls', 'cnn-training-chart'];

/** The file as text. */
export function pasteOf(tag: string): string {
  const body =
    alone[tag] ??
    `<cnn-model src="#seed-network">
      ${companionsOf(tag).join('\n      ')}
    </cnn-model>`;
  const weights = tag in alone ? '' : `\n    <script src="${weightsScript}"></script>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${tag}</title>
    <script src="${elementsScript}"></script>${weights}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}

function companionsOf(tag: string): readonly string[] {
  const open = (name: string) => `<${name}></${name}>`;
  if (ofTraining.includes(tag)) return ofTraining.map(open);
  return ['cnn-draw-pad', tag].map(open);
}
