// Runs in the measured page before anything else: notes when pointer events come, when frames begin and when something
// is drawn. What it notes stands in `globalThis.watched`; the measures read it.
/* global window, CanvasRenderingContext2D -- in the page, not here */

/** Serialised into the page: it may use nothing from outside. */
export function watchPage() {
  const watched = {
    /** Start of the newest callback of an animation frame. */
    frame: 0,
    /** The newest drawing, and the frame in which it was made; of each canvas by its class name. */
    draws: {},
    /** The newest drawing of any canvas. */
    lastDraw: 0,
    drawCount: 0,
    /** The newest event of each type: when the page got it, and when its listeners were through. */
    events: {},
    firstMaps: undefined,
  };
  globalThis.watched = watched;

  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    request((time) => {
      watched.frame = performance.now();
      callback(time);
    });

  for (const method of ['drawImage', 'putImageData', 'fillRect', 'stroke', 'fillText']) {
    const draw = CanvasRenderingContext2D.prototype[method];
    CanvasRenderingContext2D.prototype[method] = function (...args) {
      const result = draw.apply(this, args);
      const at = performance.now();
      // Elements paint small canvases first that stand nowhere, and then draw those.
      if (this.canvas.isConnected) {
        watched.draws[this.canvas.className] = { at, frame: watched.frame };
        watched.lastDraw = at;
        watched.drawCount += 1;
      }
      return result;
    };
  }

  for (const type of ['pointermove', 'pointerdown', 'keydown', 'click', 'cnn-input-change']) {
    const note = { at: 0, frame: 0, through: 0 };
    watched.events[type] = note;
    window.addEventListener(
      type,
      () => {
        note.at = performance.now();
        note.frame = watched.frame;
      },
      { capture: true },
    );
    window.addEventListener(type, () => (note.through = performance.now()));
  }

  watched.nextFrame = () => new Promise((resolve) => request(resolve));
  /** After nothing has been drawn for some frames: the time of the last drawing. */
  watched.stillness = async (frames = 4) => {
    let [seen, still] = [watched.drawCount, 0];
    while (still < frames) {
      await watched.nextFrame();
      still = watched.drawCount === seen ? still + 1 : 0;
      seen = watched.drawCount;
    }
    return watched.lastDraw;
  };
}
