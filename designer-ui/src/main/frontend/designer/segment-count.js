import { useEffect, useState } from '@bpmn-io/properties-panel/preact/hooks';
import { useService } from 'bpmn-js-properties-panel';
import { html } from './html';

/** Asks the server how many customers a segment has today, and hands the sentence to whoever asked. */
export class SegmentCounts {
  constructor(ask) {
    this.ask = ask;
    this.listeners = new Set();
  }

  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  told(code, text) {
    this.listeners.forEach((listener) => listener(code, text));
  }
}

/** The count beside the field that names the segment. */
export function SegmentCount({ code }) {
  const counts = useService('wbSegmentCounts');
  const [text, setText] = useState('');
  useEffect(() => {
    setText('');
    const stop = counts.listen((told, sentence) => told === code && setText(sentence));
    if (code) {
      counts.ask(code);
    }
    return stop;
  }, [code]);
  return text ? html`<p class="wb-field-hint wb-segment-count">${text}</p>` : null;
}
