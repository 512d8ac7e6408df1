// Wishes come faster than they are fulfilled.

/** Does one at a time; of those that come meanwhile, only the newest waits. */
export function newestOnly<Wish>(
  fulfil: (wish: Wish) => Promise<void>,
  onFailure: (error: unknown) => void,
): (wish: Wish) => void {
  let waiting: { readonly wish: Wish } | undefined;
  let isBusy = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    while (waiting) {
      const { wish } = waiting;
      waiting = undefined;
      await fulfil(wish).catch(onFailure);
    }
    isBusy = false;
  };
  return (wish) => {
    waiting = { wish };
    if (!isBusy) void work();
  };
}
