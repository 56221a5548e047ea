import { chinese } from './zh';

const missed = new Set();
const LATIN = /^[\x20-\x7e]+$/;

/** The translate service of bpmn-js over our own dictionary; `onMiss` hears of each unknown text once. */
export function translator(language, onMiss) {
  return function translate(template, replacements = {}) {
    let text = template;
    if (language === 'zh') {
      if (chinese[template] !== undefined) {
        text = chinese[template];
      } else if (LATIN.test(template) && !missed.has(template)) {
        missed.add(template);
        onMiss(template);
      }
    }
    return text.replace(/{([^}]+)}/g, (whole, key) => (key in replacements ? replacements[key] : whole));
  };
}
