const PREFIX = 'waybot-unsaved:';

/**
 * What the server has not confirmed yet, kept in this browser: neither a crash nor a lost session takes it away.
 * A browser without room for it says so in its console; the server still saves every few seconds.
 */
export class Unsaved {
  constructor(owner) {
    this.key = PREFIX + owner;
  }

  /** { xml, basis, at }, or undefined. */
  read() {
    const kept = window.localStorage.getItem(this.key);
    return kept ? JSON.parse(kept) : undefined;
  }

  keep(xml, basis) {
    try {
      window.localStorage.setItem(this.key, JSON.stringify({ xml, basis, at: Date.now() }));
    } catch (full) {
      console.warn('unsaved work is not kept in this browser', full);
    }
  }

  forget() {
    window.localStorage.removeItem(this.key);
  }
}
