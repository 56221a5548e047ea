import { createReviver } from 'bpmn-js-native-copy-paste/lib/PasteUtil';

const KEY = 'waybot-clipboard';

/** What was copied, for every journey that is open in this browser: copy in one tab, paste in another. */
export class SharedClipboard {
  constructor(moddle) {
    this.moddle = moddle;
  }

  get() {
    const copied = window.localStorage.getItem(KEY);
    return copied ? JSON.parse(copied, createReviver(this.moddle)) : undefined;
  }

  set(tree) {
    window.localStorage.setItem(KEY, JSON.stringify(tree));
  }

  clear() {
    const copied = this.get();
    window.localStorage.removeItem(KEY);
    return copied;
  }

  isEmpty() {
    return !window.localStorage.getItem(KEY);
  }
}

SharedClipboard.$inject = ['moddle'];
