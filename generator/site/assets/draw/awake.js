/* Keeps the screen on while the phone lies on the table. The browser's wake lock is passed in. */

/**
 * @param {WakeLock | undefined} wakeLock
 * @param {() => boolean} isSeen whether the page is in front: only then may it ask
 * @param {() => void} refused called once, when the screen cannot be kept on
 */
export function awake(wakeLock, isSeen, refused) {
  let wanted = false;
  let lock = null;
  let asking = null;
  let isTold = false;

  /** Keep it on from now. The lock is lost whenever the page is left: ask again when it is back. */
  function on() {
    wanted = true;
    if (isSeen() && (!lock || lock.released)) asking ??= ask().finally(() => { asking = null; });
    return asking;
  }

  async function ask() {
    try {
      lock = await wakeLock.request("screen");
      if (!wanted) await off();
    } catch {
      if (!isTold && wanted && isSeen()) refused();
      isTold = true;
    }
  }

  /** Let it go dark again. */
  async function off() {
    wanted = false;
    const held = lock;
    lock = null;
    await held?.release();
  }

  return { on, off, again: () => (wanted ? on() : null) };
}
