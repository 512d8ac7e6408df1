// The engine's own numbers of a page, beside which those that the page shows are held.
/* global document -- in the page, not here */

/** What the engine has computed for a path; of the batch that is trained on where told so. */
export const computed = (page, path, { of = 'input', model = 'cnn-model' } = {}) =>
  page.evaluate(
    async ([path, of, model]) => {
      const tap = document.querySelector(model).session.tap({ path, of });
      const before = tap.current;
      // A new watcher is answered at once; what was there already may be of an earlier moment.
      const answered = new Promise((resolve) => {
        const leave = tap.subscribe(() => {
          if (tap.current === before) return;
          leave();
          resolve();
        });
      });
      await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, before ? 500 : 10_000))]);
      return Array.from(tap.current?.data ?? []);
    },
    [path, of, model],
  );

export const stateOf = (page) =>
  page.evaluate(() => ({ ...document.querySelector('cnn-model').session?.state.current }));
